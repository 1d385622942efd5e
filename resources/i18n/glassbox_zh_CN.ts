<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New network</source>
        <translation>新建网络</translation>
    </message>
    <message>
        <source>Begins an empty project.</source>
        <translation>新建一个空项目。</translation>
    </message>
    <message>
        <source>Build your own network from nothing.</source>
        <translation>从零开始，搭建自己的网络。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Opens a project file.</source>
        <translation>打开项目文件。</translation>
    </message>
    <message>
        <source>Go on where you stopped, or look at somebody&apos;s work.</source>
        <translation>接着上次继续，或看看别人的作品。</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>打开数据…</translation>
    </message>
    <message>
        <source>Train on your own data.</source>
        <translation>用自己的数据训练。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saves the project with its weights.</source>
        <translation>保存项目和其中的权重。</translation>
    </message>
    <message>
        <source>The file on the disk is replaced only when the new one is complete.</source>
        <translation>新文件完整写好之后，才会替换磁盘上的旧文件。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Saves the project under another name.</source>
        <translation>换一个名称保存项目。</translation>
    </message>
    <message>
        <source>Keep a variant beside the first one.</source>
        <translation>在原项目之外另留一个版本。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Closes the lab.</source>
        <translation>关闭玻璃盒。</translation>
    </message>
    <message>
        <source>Unsaved work is asked for first.</source>
        <translation>有未保存的内容时，会先询问。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>撤回最近一次修改。</translation>
    </message>
    <message>
        <source>Try things freely: every change can be undone.</source>
        <translation>放手尝试：每次修改都可以撤销。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Makes the undone change again.</source>
        <translation>把撤销的修改重做一遍。</translation>
    </message>
    <message>
        <source>Compare before and after.</source>
        <translation>比较修改前后的差别。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Trains until you pause or a stop rule is reached.</source>
        <translation>一直训练，直到你暂停，或满足停止条件。</translation>
    </message>
    <message>
        <source>Watch the loss fall.</source>
        <translation>看损失怎样下降。</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>Trains on one batch, then pauses.</source>
        <translation>用一个批量训练，然后暂停。</translation>
    </message>
    <message>
        <source>See what a single update changes.</source>
        <translation>看看一次更新改变了什么。</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>训练一轮</translation>
    </message>
    <message>
        <source>Trains to the end of this epoch, then pauses.</source>
        <translation>训练到本轮结束，然后暂停。</translation>
    </message>
    <message>
        <source>One pass over all training samples.</source>
        <translation>把全部训练样本过一遍。</translation>
    </message>
    <message>
        <source>Same weights</source>
        <translation>相同初始权重</translation>
    </message>
    <message>
        <source>Goes back to step 0 with the same initial weights.</source>
        <translation>回到第 0 步，初始权重不变。</translation>
    </message>
    <message>
        <source>Use it to compare two settings fairly.</source>
        <translation>用来公平地比较两种设置。</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>换随机种子</translation>
    </message>
    <message>
        <source>Goes back to step 0 with other initial weights.</source>
        <translation>回到第 0 步，换一组初始权重。</translation>
    </message>
    <message>
        <source>Find out whether a result was luck.</source>
        <translation>看看结果是不是碰巧得到的。</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>搭建</translation>
    </message>
    <message>
        <source>Shows the network as a diagram.</source>
        <translation>用图来显示网络。</translation>
    </message>
    <message>
        <source>Drag layers, draw wires, watch weights.</source>
        <translation>拖放层，画连线，看权重变化。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Shows pictures of what the network has learned.</source>
        <translation>用图像显示网络学到了什么。</translation>
    </message>
    <message>
        <source>Decision surface, fitted curve, confusion matrix.</source>
        <translation>决策面、拟合曲线、混淆矩阵。</translation>
    </message>
    <message>
        <source>Left dock</source>
        <translation>左侧面板</translation>
    </message>
    <message>
        <source>Folds lessons, layers and data away, or shows them.</source>
        <translation>折叠或显示课程、层和数据。</translation>
    </message>
    <message>
        <source>More room for the diagram.</source>
        <translation>给网络图留出更多地方。</translation>
    </message>
    <message>
        <source>Bottom dock</source>
        <translation>底部面板</translation>
    </message>
    <message>
        <source>Folds the plots away, or shows them.</source>
        <translation>折叠或显示曲线。</translation>
    </message>
    <message>
        <source>Right dock</source>
        <translation>右侧面板</translation>
    </message>
    <message>
        <source>Folds the settings away, or shows them.</source>
        <translation>折叠或显示各项设置。</translation>
    </message>
    <message>
        <source>Diagram only</source>
        <translation>只看网络图</translation>
    </message>
    <message>
        <source>Folds all docks away, or shows them.</source>
        <translation>折叠或显示全部面板。</translation>
    </message>
    <message>
        <source>Show the network to a class.</source>
        <translation>把网络展示给全班看。</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>The last row can read along.</source>
        <translation>坐在最后一排也看得清。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Switches between the light and the dark theme.</source>
        <translation>在浅色和深色主题之间切换。</translation>
    </message>
    <message>
        <source>Light for a projector, dark for the evening.</source>
        <translation>投影用浅色，晚上用深色。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Shows all texts in English.</source>
        <translation>全部文字用英文显示。</translation>
    </message>
    <message>
        <source>The language changes at once; nothing is lost.</source>
        <translation>语言立即切换，内容不会丢失。</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Shows all texts in Chinese.</source>
        <translation>全部文字用中文显示。</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>Shows examples, lessons and the last project.</source>
        <translation>显示示例、课程和上次的项目。</translation>
    </message>
    <message>
        <source>Start something else.</source>
        <translation>开始做点别的。</translation>
    </message>
    <message>
        <source>About Glassbox</source>
        <translation>关于玻璃盒</translation>
    </message>
    <message>
        <source>Version and licences.</source>
        <translation>版本和许可证。</translation>
    </message>
    <message>
        <source>Glassbox is free software under the GPL, version 3 or later.</source>
        <translation>玻璃盒是自由软件，采用 GPL 第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Decision surface beside the diagram</source>
        <translation>在网络图旁显示决策面</translation>
    </message>
    <message>
        <source>Pins the picture of the decision beside the diagram, or takes it away.</source>
        <translation>把决策面的图钉在网络图旁，或把它收起来。</translation>
    </message>
    <message>
        <source>See wires and decision change together.</source>
        <translation>同时看到连线和决策面的变化。</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>退出本课</translation>
    </message>
    <message>
        <source>Large type, thicker lines, docks folded to their icons.</source>
        <translation>大字号、粗线条，面板折叠为图标。</translation>
    </message>
    <message>
        <source>Opens a table (CSV), a text, the MNIST family (IDX), CIFAR-10, or a folder of pictures for each class.</source>
        <translation>打开表格（CSV）、文本、MNIST 系列文件（IDX）、CIFAR-10，或每个类别一个图片文件夹。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Takes one training step apart: forward, loss, backward, update.</source>
        <translation>把一步训练拆开来看：前向、损失、反向、更新。</translation>
    </message>
    <message>
        <source>Every number opens as the formula that made it.</source>
        <translation>点开任何一个数，都能看到算出它的公式。</translation>
    </message>
    <message>
        <source>Run to step…</source>
        <translation>运行到某一步…</translation>
    </message>
    <message>
        <source>Goes back to an earlier step, or trains until a later one.</source>
        <translation>回到较早的一步，或训练到较晚的一步。</translation>
    </message>
    <message>
        <source>Be at the very step you talk about.</source>
        <translation>正好停在要讲的那一步。</translation>
    </message>
    <message>
        <source>Branch…</source>
        <translation>分支…</translation>
    </message>
    <message>
        <source>Begins a new run at the step that is shown, with one setting changed; the run you leave is kept.</source>
        <translation>从当前显示的这一步开始新的一次训练，只改一项设置；原来的训练会保留。</translation>
    </message>
    <message>
        <source>Find out what that one change does.</source>
        <translation>看看这一处改动带来什么。</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>超参数搜索…</translation>
    </message>
    <message>
        <source>Trains the network again and again with one or two settings varied.</source>
        <translation>改变一两项设置，反复训练网络。</translation>
    </message>
    <message>
        <source>See which settings work, and whether it was luck.</source>
        <translation>看看哪些设置有效，以及是否只是运气。</translation>
    </message>
    <message>
        <source>Find in the diagram</source>
        <translation>在图中查找</translation>
    </message>
    <message>
        <source>Finds a layer of the diagram by its name or kind, and goes there.</source>
        <translation>按名称或种类查找图中的层，并跳转到该处。</translation>
    </message>
    <message>
        <source>A large network does not fit on the screen.</source>
        <translation>较大的网络在屏幕上显示不全。</translation>
    </message>
    <message>
        <source>New learner…</source>
        <translation>新建学习者…</translation>
    </message>
    <message>
        <source>Adds a learner to this computer.</source>
        <translation>在这台电脑上添加一位学习者。</translation>
    </message>
    <message>
        <source>Everybody&apos;s progress is kept apart; a nickname will do.</source>
        <translation>每个人的进度分开保存；用昵称即可。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Changes the learner&apos;s nickname.</source>
        <translation>修改学习者的昵称。</translation>
    </message>
    <message>
        <source>It stands on the report.</source>
        <translation>昵称会写在学习报告上。</translation>
    </message>
    <message>
        <source>Delete this learner…</source>
        <translation>删除这位学习者…</translation>
    </message>
    <message>
        <source>Removes all that this computer keeps of the learner.</source>
        <translation>删除这台电脑上保存的关于这位学习者的一切。</translation>
    </message>
    <message>
        <source>Nothing is left behind, and it is asked for first.</source>
        <translation>不留任何痕迹；删除前会先询问。</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>学习报告…</translation>
    </message>
    <message>
        <source>Shows the learner&apos;s skills, tasks and time.</source>
        <translation>显示学习者的技能、任务和用时。</translation>
    </message>
    <message>
        <source>Save it as a PDF or as a file for the teacher, and certificates of finished blocks.</source>
        <translation>可存为 PDF，或存成文件交给老师；学完的单元还可保存证书。</translation>
    </message>
    <message>
        <source>Class table…</source>
        <translation>班级总表…</translation>
    </message>
    <message>
        <source>Merges the reports in a folder into one table.</source>
        <translation>把一个文件夹里的学习报告合并成一张表。</translation>
    </message>
    <message>
        <source>A teacher sees where the class stands.</source>
        <translation>老师一眼看出全班学到了哪里。</translation>
    </message>
    <message>
        <source>Open a folder of lessons…</source>
        <translation>打开课程文件夹…</translation>
    </message>
    <message>
        <source>Shows the lessons of another folder in the list.</source>
        <translation>在列表中显示另一个文件夹里的课程。</translation>
    </message>
    <message>
        <source>Try the lessons you wrote, or those of your teacher.</source>
        <translation>试试自己写的课程，或老师发的课程。</translation>
    </message>
    <message>
        <source>Lessons of Glassbox</source>
        <translation>玻璃盒自带的课程</translation>
    </message>
    <message>
        <source>Shows the program&apos;s own lessons again.</source>
        <translation>重新显示程序自带的课程。</translation>
    </message>
    <message>
        <source>Go back from a folder of lessons.</source>
        <translation>从课程文件夹回来。</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>并排比较…</translation>
    </message>
    <message>
        <source>Trains two to four networks together, step for step, in columns beside each other.</source>
        <translation>让两到四个网络并排、一步对一步地一起训练。</translation>
    </message>
    <message>
        <source>See which one learns faster, and how.</source>
        <translation>看看哪一个学得更快，又是怎样学的。</translation>
    </message>
    <message>
        <source>Start the lesson afresh</source>
        <translation>这一课从头开始</translation>
    </message>
    <message>
        <source>Goes back to the lesson&apos;s set-up; the network you have now is kept aside.</source>
        <translation>回到这一课的初始布置；现在的网络另外保留。</translation>
    </message>
    <message>
        <source>Try it once more from the beginning. The page offers to bring your network back.</source>
        <translation>想从头再试一遍时使用。之后可以在课程页面上取回原来的网络。</translation>
    </message>
    <message>
        <source>Closes the lesson; your own project from before it comes back.</source>
        <translation>关闭这一课，回到上课前自己的项目。</translation>
    </message>
    <message>
        <source>Your network in the lesson and your progress are kept for the next time.</source>
        <translation>你在这一课中的网络和学习进度都会保留，下次可以继续。</translation>
    </message>
    <message>
        <source>Arrange for learning</source>
        <translation>学习布局</translation>
    </message>
    <message>
        <source>Lessons at the left, the diagram, and the plots below.</source>
        <translation>左侧是课程，中间是网络图，下方是曲线。</translation>
    </message>
    <message>
        <source>Read and try side by side.</source>
        <translation>一边读，一边试。</translation>
    </message>
    <message>
        <source>Arrange for building</source>
        <translation>搭建布局</translation>
    </message>
    <message>
        <source>Layers at the left, settings at the right; the plots are folded.</source>
        <translation>左侧是层，右侧是设置，曲线收起。</translation>
    </message>
    <message>
        <source>Room for the diagram while you draw it.</source>
        <translation>画网络图时地方更大。</translation>
    </message>
    <message>
        <source>Arrange for watching</source>
        <translation>观察布局</translation>
    </message>
    <message>
        <source>Pictures of the network over the plots; the sides are folded.</source>
        <translation>上方是网络的各种图像，下方是曲线，两侧收起。</translation>
    </message>
    <message>
        <source>See everything that moves while it trains.</source>
        <translation>训练时会变化的，一眼都能看到。</translation>
    </message>
    <message>
        <source>Arrange for stepping</source>
        <translation>单步布局</translation>
    </message>
    <message>
        <source>One training step taken apart, with formulas at the right and arrays below.</source>
        <translation>把一步训练拆开看：右侧是公式，下方是数组。</translation>
    </message>
    <message>
        <source>Follow a number through backpropagation.</source>
        <translation>跟着一个数走完反向传播。</translation>
    </message>
    <message>
        <source>Arrange for comparing</source>
        <translation>比较布局</translation>
    </message>
    <message>
        <source>The list of runs below the diagram, settings at the right.</source>
        <translation>网络图下方是各次训练的列表，右侧是设置。</translation>
    </message>
    <message>
        <source>See what differs between runs, and what it did.</source>
        <translation>看各次训练哪里不同，结果又差在哪里。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Language, theme, size of the texts, motion, memory.</source>
        <translation>语言、主题、文字大小、动画、内存。</translation>
    </message>
    <message>
        <source>Make the lab comfortable for your eyes. What you choose is seen at once and kept.</source>
        <translation>让界面看着舒服。所选立即生效，并会保存。</translation>
    </message>
    <message>
        <source>Any command…</source>
        <translation>任意命令…</translation>
    </message>
    <message>
        <source>Finds commands, examples, lessons and layers by name, in English and in Chinese; builds a network typed as one line.</source>
        <translation>按名称查找命令、示例、课程和层，中英文都可以；输入一行文字还能直接搭出网络。</translation>
    </message>
    <message>
        <source>Faster than a menu, and nobody has to know where something stands.</source>
        <translation>比翻菜单快，也不用记住东西放在哪里。</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>The next click explains what it hits, and the colors there.</source>
        <translation>接着点击任何地方，就会说明它是什么，以及那里的颜色表示什么。</translation>
    </message>
    <message>
        <source>Ask anything on the screen what it is for.</source>
        <translation>屏幕上的东西，都可以问它有什么用。</translation>
    </message>
    <message>
        <source>Tour in six steps</source>
        <translation>六步导览</translation>
    </message>
    <message>
        <source>Shows the lab on an example: you do each step yourself.</source>
        <translation>用一个示例带你认识实验室：每一步都由你亲手做。</translation>
    </message>
    <message>
        <source>Find your way around in two minutes.</source>
        <translation>两分钟熟悉环境。</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>The keyboard goes on: tool bar, left dock, diagram or picture, right dock, bottom dock.</source>
        <translation>键盘焦点移到下一部分：工具栏、左侧面板、网络图或图像、右侧面板、底部面板。</translation>
    </message>
    <message>
        <source>Work without a mouse. In a part, Tab goes from control to control; each part is as you left it.</source>
        <translation>不用鼠标也能操作。在每一部分里，按 Tab 键逐个移到下一个控件；回来时仍在离开时的位置。</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>The keyboard goes back to the part before.</source>
        <translation>键盘焦点回到上一部分。</translation>
    </message>
    <message>
        <source>Shorter, when you have gone too far.</source>
        <translation>走过头时，这样更快。</translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation>此处的帮助</translation>
    </message>
    <message>
        <source>Explains the control or the layer that the keyboard is at.</source>
        <translation>说明键盘焦点所在的控件或层。</translation>
    </message>
    <message>
        <source>Ask without a mouse. Esc closes the explanation.</source>
        <translation>不用鼠标也能提问。按 Esc 关闭说明。</translation>
    </message>
</context>
<context>
    <name>ArrayCells</name>
    <message>
        <source>%1: %2</source>
        <comment>dense1.out[0,1]: 0.25</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>left out by the mask</source>
        <translation>被掩码排除</translation>
    </message>
</context>
<context>
    <name>ArrayLayout</name>
    <message>
        <source>map %1</source>
        <comment>one channel or attention head as a picture</comment>
        <translation>图 %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>number of the unit or channel that is formed</comment>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>number of the unit or channel that is read</comment>
        <translation>输入 %1</translation>
    </message>
</context>
<context>
    <name>ClassName</name>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>disc</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>十字</translation>
    </message>
    <message>
        <source>star</source>
        <translation>五角星</translation>
    </message>
    <message>
        <source>crescent</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>条纹</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶数</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇数</translation>
    </message>
</context>
<context>
    <name>ColorWords</name>
    <message>
        <source>Teal: what can be pressed or is chosen, and what flows forward through the network.</source>
        <translation>青绿色：可以按下的或已选中的，以及在网络中向前传播的。</translation>
    </message>
    <message>
        <source>Pale teal: the chosen row, or a number from the forward pass.</source>
        <translation>浅青绿色：选中的一行，或前向传播中的数。</translation>
    </message>
    <message>
        <source>Blue: positive. With two classes it is class 1.</source>
        <translation>蓝色：正。只有两类时，它是类别 1。</translation>
    </message>
    <message>
        <source>Orange: negative. With two classes it is class 0.</source>
        <translation>橙色：负。只有两类时，它是类别 0。</translation>
    </message>
    <message>
        <source>Plum: gradients, which flow backward through the network.</source>
        <translation>紫红色：梯度，在网络中向后传播。</translation>
    </message>
    <message>
        <source>Pale plum: a number from the backward pass.</source>
        <translation>浅紫红色：反向传播中的数。</translation>
    </message>
    <message>
        <source>Magenta: measured on the test set, which the network never trains on.</source>
        <translation>品红色：在测试集上测得的；网络从不用测试集训练。</translation>
    </message>
    <message>
        <source>Red with an octagon: this cannot go on as it is; the words beside it say what to do.</source>
        <translation>红色和八边形：这样无法继续；旁边的文字会说明该怎么做。</translation>
    </message>
    <message>
        <source>Pale red: ground of a problem.</source>
        <translation>浅红色：问题的底色。</translation>
    </message>
    <message>
        <source>Amber with a triangle: it works, but look at it; in tables, what differs.</source>
        <translation>琥珀色和三角形：可以运行，但值得看一看；在表格中表示不同之处。</translation>
    </message>
    <message>
        <source>Pale amber: ground of a hint or a warning.</source>
        <translation>浅琥珀色：提示或警告的底色。</translation>
    </message>
    <message>
        <source>Green with a check mark: done, or confirmed.</source>
        <translation>绿色和对勾：已完成，或已核实。</translation>
    </message>
    <message>
        <source>Pale green: ground of what is done.</source>
        <translation>浅绿色：已完成内容的底色。</translation>
    </message>
    <message>
        <source>Grey band: a layer that brings in data.</source>
        <translation>灰色色条：输入数据的层。</translation>
    </message>
    <message>
        <source>Indigo band: a dense layer or an embedding.</source>
        <translation>靛蓝色条：全连接层或嵌入。</translation>
    </message>
    <message>
        <source>Ochre band: an activation function.</source>
        <translation>赭色色条：激活函数。</translation>
    </message>
    <message>
        <source>Green band: a layer for pictures.</source>
        <translation>绿色色条：处理图像的层。</translation>
    </message>
    <message>
        <source>Blue-green band: a layer for regularization.</source>
        <translation>蓝绿色色条：用于正则化的层。</translation>
    </message>
    <message>
        <source>Violet band: a layer for sequences.</source>
        <translation>紫色色条：处理序列的层。</translation>
    </message>
    <message>
        <source>Brown band: a layer that changes the shape or joins wires.</source>
        <translation>棕色色条：改变形状或合并连线的层。</translation>
    </message>
    <message>
        <source>Crimson band: the loss.</source>
        <translation>深红色色条：损失。</translation>
    </message>
    <message>
        <source>Class %1, or run %2 of the list; the hue stays with its number, and a marker repeats it.</source>
        <translation>类别 %1，或列表中的第 %2 次训练；颜色跟着编号走，另有标记符号与之对应。</translation>
    </message>
    <message>
        <source>Between orange and blue: a signed number. The stronger the color, the larger it is; the scale stands beside the picture.</source>
        <translation>介于橙色和蓝色之间：有正负的数。颜色越深，绝对值越大；刻度在图旁。</translation>
    </message>
    <message>
        <source>From pale to deep teal: a number from 0 upward, such as a probability; the scale stands beside the picture.</source>
        <translation>由浅到深的青绿色：从 0 开始往上的数，例如概率；刻度在图旁。</translation>
    </message>
</context>
<context>
    <name>DataCaption</name>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图像</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>&lt;b&gt;Tabs&lt;/b&gt;&lt;br&gt;Each tab shows one page of this part of the window; arrow keys change it.&lt;br&gt;Everything has its place, and you see one thing at a time.</source>
        <translation>&lt;b&gt;标签页&lt;/b&gt;&lt;br&gt;每个标签显示窗口这一部分的一页；方向键可以切换。&lt;br&gt;东西各有其位，一次只看一样。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Plot&lt;/b&gt;&lt;br&gt;A number of the run over its steps; the values in the title are the ends of the lines. Click to pin a step, the right button saves picture and numbers.&lt;br&gt;See whether it still learns, and how steadily.</source>
        <translation>&lt;b&gt;曲线图&lt;/b&gt;&lt;br&gt;一次训练中某个数随步数的变化；标题里的数值是各条曲线的末端。点击可固定一步，右键可保存图像和数据。&lt;br&gt;看它是否还在学，学得稳不稳。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Heat map&lt;/b&gt;&lt;br&gt;A cell for each number, colored by its value; the bar beside it is the scale. Arrow keys go from cell to cell.&lt;br&gt;See at a glance where the large numbers are.</source>
        <translation>&lt;b&gt;热图&lt;/b&gt;&lt;br&gt;每个数一格，按数值着色；旁边的色条是刻度。方向键可在格子间移动。&lt;br&gt;大的数在哪里，一眼就能看出。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Text of the lesson&lt;/b&gt;&lt;br&gt;Links lead to terms, lessons and controls of the lab.&lt;br&gt;Read a part, then try it in the lab beside it.</source>
        <translation>&lt;b&gt;课文&lt;/b&gt;&lt;br&gt;链接通向术语、其他课程和实验室里的控件。&lt;br&gt;读一段，就在旁边的实验室里试一试。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Formula&lt;/b&gt;&lt;br&gt;A number with a ground behind it can be followed: click it, or choose it with Tab and Enter.&lt;br&gt;Find out where a number comes from.</source>
        <translation>&lt;b&gt;公式&lt;/b&gt;&lt;br&gt;带底色的数可以追踪：点击它，或用 Tab 和 Enter 选择。&lt;br&gt;弄清一个数从哪里来。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Network diagram&lt;/b&gt;&lt;br&gt;A tile is a layer, a wire carries an array from left to right. Click a tile for its parameters, a weight wire for its value.&lt;br&gt;What you build here is what trains.</source>
        <translation>&lt;b&gt;网络图&lt;/b&gt;&lt;br&gt;一个图块是一层，一条连线把数组从左传到右。点击图块看它的参数，点击权重连线看它的值。&lt;br&gt;这里搭的就是实际训练的网络。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Value&lt;/b&gt;&lt;br&gt;Slider and field set the same number; arrow keys change it by small steps.&lt;br&gt;Drag to get a feeling for it, type to be exact.</source>
        <translation>&lt;b&gt;数值&lt;/b&gt;&lt;br&gt;滑块和输入框设置的是同一个数；方向键每次改一点。&lt;br&gt;拖动找感觉，输入求准确。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Choice&lt;/b&gt;&lt;br&gt;One of these is on.&lt;br&gt;Switch to compare what they show.</source>
        <translation>&lt;b&gt;选项&lt;/b&gt;&lt;br&gt;其中一项处于选中状态。&lt;br&gt;切换一下，比较各自显示的内容。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layers&lt;/b&gt;&lt;br&gt;Drag a layer onto the diagram, double-click it, or press its letter in the diagram. / searches.&lt;br&gt;These are the parts that networks are made of.</source>
        <translation>&lt;b&gt;层&lt;/b&gt;&lt;br&gt;把层拖到网络图上，或双击它，或在网络图里按它的字母键。按 / 可以查找。&lt;br&gt;网络就是由这些部件搭成的。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Decision surface&lt;/b&gt;&lt;br&gt;The color at each place is what the network answers there; points are samples, the line is where it is undecided.&lt;br&gt;See what has been learned, and where it is wrong.</source>
        <translation>&lt;b&gt;决策面&lt;/b&gt;&lt;br&gt;每一处的颜色就是网络在那里的回答；点是样本，线是它拿不定主意的地方。&lt;br&gt;看它学到了什么，又错在哪里。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Fitted curve&lt;/b&gt;&lt;br&gt;What the network answers for each input, over the samples.&lt;br&gt;See whether it follows the data or the noise.</source>
        <translation>&lt;b&gt;拟合曲线&lt;/b&gt;&lt;br&gt;网络对每个输入的回答，画在样本之上。&lt;br&gt;看它跟随的是数据还是噪声。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Spread&lt;/b&gt;&lt;br&gt;How the values of an array are distributed, over the steps of the run.&lt;br&gt;Values that all shrink or grow tell why a network stops learning.</source>
        <translation>&lt;b&gt;分布&lt;/b&gt;&lt;br&gt;一个数组的数值如何分布，以及它随训练步数的变化。&lt;br&gt;数值全都变小或变大，往往就是网络学不动的原因。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss landscape&lt;/b&gt;&lt;br&gt;The loss around the weights of now; the line is the way that training took.&lt;br&gt;See the valley, and whether the learning rate jumps over it.</source>
        <translation>&lt;b&gt;损失地形&lt;/b&gt;&lt;br&gt;当前权重周围的损失；线是训练走过的路。&lt;br&gt;看谷底在哪里，学习率会不会让它跳过去。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Terms&lt;/b&gt;&lt;br&gt;The sum, term by term; each row can be followed to where its factors come from.&lt;br&gt;See which term makes the number large.</source>
        <translation>&lt;b&gt;各项&lt;/b&gt;&lt;br&gt;把和逐项列出；每一行都可以追到各因数的来处。&lt;br&gt;看是哪一项让这个数变大。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Generated text&lt;/b&gt;&lt;br&gt;The network writes on from your beginning, a token at a time.&lt;br&gt;Hear what it has learned of the language.</source>
        <translation>&lt;b&gt;生成文本&lt;/b&gt;&lt;br&gt;网络接着你的开头往下写，一次一个词元。&lt;br&gt;听听它学到了多少语言。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Drawing&lt;/b&gt;&lt;br&gt;A sheet of paper: the network says what it takes your drawing for while you draw.&lt;br&gt;Test it on what it has never seen.</source>
        <translation>&lt;b&gt;画板&lt;/b&gt;&lt;br&gt;一张纸：你一边画，网络一边说它认为是什么。&lt;br&gt;用它从没见过的东西考考它。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ways from the loss&lt;/b&gt;&lt;br&gt;The chain rule, link by link, along each way through the network.&lt;br&gt;See how a gradient is put together.</source>
        <translation>&lt;b&gt;从损失来的路径&lt;/b&gt;&lt;br&gt;链式法则，沿着网络中的每条路径一环一环展开。&lt;br&gt;看梯度是怎样拼起来的。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Task&lt;/b&gt;&lt;br&gt;The lab checks it on your own network, with the numbers of now. Hints come one by one.&lt;br&gt;You learn by doing.</source>
        <translation>&lt;b&gt;任务&lt;/b&gt;&lt;br&gt;实验室用你自己的网络、当前的数值来检查。提示一条一条地给。&lt;br&gt;动手做，才学得会。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Question&lt;/b&gt;&lt;br&gt;Commit to an answer before you see what happens; it is never called wrong.&lt;br&gt;A prediction makes you look more closely.</source>
        <translation>&lt;b&gt;问题&lt;/b&gt;&lt;br&gt;先给出答案，再看会发生什么；不会判你错。&lt;br&gt;做过预测，看得会更仔细。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lesson&lt;/b&gt;&lt;br&gt;Text, questions and tasks beside the living lab.&lt;br&gt;Read a part, try it, go on.</source>
        <translation>&lt;b&gt;课程&lt;/b&gt;&lt;br&gt;课文、问题和任务，旁边就是真实运行的实验室。&lt;br&gt;读一段，试一试，再往下。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lessons&lt;/b&gt;&lt;br&gt;A check marks what is done; Enter opens a lesson.&lt;br&gt;They build on each other, and any can be opened.</source>
        <translation>&lt;b&gt;课程&lt;/b&gt;&lt;br&gt;打勾的表示已完成；按 Enter 打开一课。&lt;br&gt;各课前后相连，但哪一课都可以直接打开。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Issue&lt;/b&gt;&lt;br&gt;What does not fit, where, and what to do; the button repairs it.&lt;br&gt;An unfinished network is normal.</source>
        <translation>&lt;b&gt;问题&lt;/b&gt;&lt;br&gt;哪里不合适、在什么地方、该怎么办；按钮可以直接修好。&lt;br&gt;网络没搭完，有问题很正常。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Issues&lt;/b&gt;&lt;br&gt;What the network still needs before it can train.&lt;br&gt;Each comes with its repair.</source>
        <translation>&lt;b&gt;问题列表&lt;/b&gt;&lt;br&gt;网络在训练之前还缺什么。&lt;br&gt;每一条都附有修复办法。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Runs&lt;/b&gt;&lt;br&gt;Every run with its settings and results; what differs is marked. Tick runs to lay their curves over each other.&lt;br&gt;Compare fairly: change one thing at a time.</source>
        <translation>&lt;b&gt;各次训练&lt;/b&gt;&lt;br&gt;每一次训练的设置和结果；不同之处有标记。勾选几次训练，就能把曲线叠在一起。&lt;br&gt;要公平比较，一次只改一样。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Branch&lt;/b&gt;&lt;br&gt;A new run from the step that is shown, with one setting changed.&lt;br&gt;Find out what that one change does.</source>
        <translation>&lt;b&gt;分支&lt;/b&gt;&lt;br&gt;从当前显示的这一步开始一次新的训练，只改一项设置。&lt;br&gt;看这一处改动有什么作用。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Side by side&lt;/b&gt;&lt;br&gt;Two to four networks on one clock, step for step.&lt;br&gt;See which learns faster, and how.</source>
        <translation>&lt;b&gt;并排比较&lt;/b&gt;&lt;br&gt;两到四个网络按同一时钟，一步一步地走。&lt;br&gt;看哪个学得快，是怎么学的。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Settings&lt;/b&gt;&lt;br&gt;Of the chosen layer, or of the training.&lt;br&gt;Change one thing and watch what it does.</source>
        <translation>&lt;b&gt;设置&lt;/b&gt;&lt;br&gt;所选层的设置，或训练的设置。&lt;br&gt;改一样，看看会怎样。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Data&lt;/b&gt;&lt;br&gt;What the network learns from, and how it is split for training and test.&lt;br&gt;A network is only as good as its data.</source>
        <translation>&lt;b&gt;数据&lt;/b&gt;&lt;br&gt;网络从什么学，以及怎样分成训练和测试两部分。&lt;br&gt;网络再好，也好不过它的数据。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Class table&lt;/b&gt;&lt;br&gt;A row for each report in the folder.&lt;br&gt;See where the class stands.</source>
        <translation>&lt;b&gt;班级表&lt;/b&gt;&lt;br&gt;文件夹里的每份学习报告占一行。&lt;br&gt;看全班学到了哪里。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Welcome page&lt;/b&gt;&lt;br&gt;Examples, lessons and your last project; one click starts each.&lt;br&gt;Begin with an example and change it.</source>
        <translation>&lt;b&gt;欢迎页&lt;/b&gt;&lt;br&gt;示例、课程和你上次的项目；点一下就开始。&lt;br&gt;先从一个示例入手，再改改看。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing here yet&lt;/b&gt;&lt;br&gt;The sentence says what will be here, the button makes a beginning.&lt;br&gt;Nothing can be broken by trying.</source>
        <translation>&lt;b&gt;这里还没有内容&lt;/b&gt;&lt;br&gt;这句话说明这里将会有什么，按钮可以开个头。&lt;br&gt;尽管试，不会弄坏任何东西。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Tour&lt;/b&gt;&lt;br&gt;Each card waits until you have done what it says; you may leave at any time.&lt;br&gt;Help, Tour in six steps begins it again.</source>
        <translation>&lt;b&gt;导览&lt;/b&gt;&lt;br&gt;每张卡片都会等你真正做完它说的事；随时可以退出。&lt;br&gt;从“帮助”菜单的“六步导览”可以重新开始。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Answer&lt;/b&gt;&lt;br&gt;Each button says what it does; Esc changes nothing.&lt;br&gt;You are asked only where something would be lost.</source>
        <translation>&lt;b&gt;回答&lt;/b&gt;&lt;br&gt;每个按钮都写明它做什么；按 Esc 则什么都不改。&lt;br&gt;只有可能丢失东西时才会问你。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Dense and embedding</source>
        <translation>全连接与嵌入</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Regularize</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Shape and merge</source>
        <translation>形状与合并</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>%1 was not written: the picture is too large for the memory. Make the plot smaller.</source>
        <translation>%1 未能写入：图片太大，内存放不下。把图缩小一些。</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>%1 picture (*.%2)</source>
        <translation>%1 图片 (*.%2)</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>数值另存为 CSV…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1 was not written. %2</source>
        <translation>%1 未能写入。%2</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>什么也没有写入</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>ThemeChoices</name>
    <message>
        <source>Follow system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light, high contrast</source>
        <translation>浅色，高对比度</translation>
    </message>
    <message>
        <source>Dark, high contrast</source>
        <translation>深色，高对比度</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The work that was kept is not there any more.</source>
        <translation>保留的内容已经不在了。</translation>
    </message>
    <message>
        <source>The folder for recovery cannot be written to.</source>
        <translation>无法写入用于恢复的文件夹。</translation>
    </message>
    <message>
        <source>%1 files were dragged here. Drag one file, or one folder that holds them.</source>
        <translation>拖来了 %1 个文件。请一次拖一个文件，或者拖装有它们的文件夹。</translation>
    </message>
    <message>
        <source>This is no file of this computer. Save it first, and drag the file.</source>
        <translation>这不是本机上的文件。请先保存下来，再把文件拖过来。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已经不在了。</translation>
    </message>
    <message>
        <source>The lessons were not changed: the network of the open one could not be kept.</source>
        <translation>没有切换课程：当前这一课的网络未能保存。</translation>
    </message>
    <message>
        <source>The learner was not changed: something of theirs could not be kept.</source>
        <translation>没有切换学习者：这位学习者有内容未能保存。</translation>
    </message>
    <message>
        <source>Make room on its disk, or make it writable.</source>
        <translation>请在它所在的磁盘上腾出空间，或者把它改为可写。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 is &quot;%2&quot;; it must be a number between %3 and %4.</source>
        <translation>%1 是“%2”，应为 %3 到 %4 之间的数。</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>这里没有选项 %1。</translation>
    </message>
    <message>
        <source>%1 needs a value behind it.</source>
        <translation>%1 后面要有一个值。</translation>
    </message>
    <message>
        <source>There is no workload &quot;%1&quot;; known are %2.</source>
        <translation>没有工作负载“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>`templates` takes one name, or none for the list.</source>
        <translation>`templates` 后面跟一个名称；不写名称时列出全部模板。</translation>
    </message>
    <message>
        <source>a project, %1 layers, %2 parameters</source>
        <translation>项目，%1 层，%2 个参数</translation>
    </message>
    <message>
        <source>weights, %1 tensors</source>
        <translation>权重，%1 个张量</translation>
    </message>
    <message>
        <source>data (%1), %2 samples of shape %3</source>
        <translation>数据（%1），%2 个样本，形状 %3</translation>
    </message>
    <message>
        <source>`check` takes one file or more.</source>
        <translation>`check` 后面跟一个或多个文件。</translation>
    </message>
    <message>
        <source>%1: sound: %2</source>
        <translation>%1：完好：%2</translation>
    </message>
    <message>
        <source>`eval` takes one project.</source>
        <translation>`eval` 后面跟一个项目。</translation>
    </message>
    <message>
        <source>There are no weights to measure: add --weights FILE.</source>
        <translation>没有可供测量的权重：加上 --weights FILE。</translation>
    </message>
    <message>
        <source>This command takes one project.</source>
        <translation>这个命令后面跟一个项目。</translation>
    </message>
    <message>
        <source>`explain` needs --element, such as dense1.weight[1,2].</source>
        <translation>`explain` 需要 --element，例如 dense1.weight[1,2]。</translation>
    </message>
    <message>
        <source>central difference %1</source>
        <translation>中心差分 %1</translation>
    </message>
    <message>
        <source>`gradcheck` takes one project.</source>
        <translation>`gradcheck` 后面跟一个项目。</translation>
    </message>
    <message>
        <source>%1: largest relative difference %2 over %3 elements, %4 kinks</source>
        <translation>%1：%3 个元素的最大相对差为 %2，折点 %4 个</translation>
    </message>
    <message>
        <source>%1, %2: the model answer passes with %3 of %4 seeds</source>
        <translation>%1，%2：%4 个随机种子中，参考答案在 %3 个上通过</translation>
    </message>
    <message>
        <source>There is no lesson &quot;%1&quot;; `glassbox-cli lessons` lists them.</source>
        <translation>没有课程“%1”；用 `glassbox-cli lessons` 列出全部课程。</translation>
    </message>
    <message>
        <source>The folder with the lessons is not there: it belongs beside the program.</source>
        <translation>找不到课程文件夹：它应与程序放在一起。</translation>
    </message>
    <message>
        <source>`lessons` is followed by list, verify, or show and the id of a lesson.</source>
        <translation>`lessons` 后面跟 list、verify，或 show 加课程的 id。</translation>
    </message>
    <message>
        <source>`new` takes one line in quotes, such as &quot;input 2 | dense 8 tanh | dense 1 | binary_cross_entropy&quot;.</source>
        <translation>`new` 后面跟一行带引号的描述，例如 &quot;input 2 | dense 8 tanh | dense 1 | binary_cross_entropy&quot;。</translation>
    </message>
    <message>
        <source>`glassbox-cli help` shows all commands.</source>
        <translation>`glassbox-cli help` 列出全部命令。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a setting: write key=value.</source>
        <translation>“%1”不是一项设置：写成 key=value。</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Share of the training part that is held back.</source>
        <translation>从训练集中留出的比例。</translation>
    </message>
    <message>
        <source>%1 is read as %2.</source>
        <translation>%1 按“%2”读取。</translation>
    </message>
    <message>
        <source>The project names no data: add --data PATH.</source>
        <translation>项目没有指定数据：加上 --data PATH。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不够，无法完成。</translation>
    </message>
    <message>
        <source>step %1, epoch %2</source>
        <translation>第 %1 步，轮次 %2</translation>
    </message>
    <message>
        <source>`train` takes one project.</source>
        <translation>`train` 后面跟一个项目。</translation>
    </message>
    <message>
        <source>--log is &quot;%1&quot;; it must be steps or epochs.</source>
        <translation>--log 是“%1”，应为 steps 或 epochs。</translation>
    </message>
    <message>
        <source>The project does not say when to stop: add --epochs N or --steps N.</source>
        <translation>项目没有写明何时停止：加上 --epochs N 或 --steps N。</translation>
    </message>
    <message>
        <source>a lesson, %1 tasks, %2 questions; `glassbox-cli lessons verify` proves its answers</source>
        <translation>一课，%1 个任务，%2 个问题；用 `glassbox-cli lessons verify` 可以验证答案</translation>
    </message>
    <message>
        <source>weights, %1 tensors, with a vocabulary of %2 tokens</source>
        <translation>权重，%1 个张量，带有 %2 个词元的词表</translation>
    </message>
    <message>
        <source>a GPT-2 vocabulary, %1 tokens, %2 merges</source>
        <translation>GPT-2 词表，%1 个词元，%2 条合并规则</translation>
    </message>
    <message>
        <source>Remove the file, or save it anew as PNG.</source>
        <translation>请删除这个文件，或重新存为 PNG。</translation>
    </message>
    <message>
        <source>%1 is not a picture that can be read.</source>
        <translation>%1 不是能读取的图片。</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels, more than can be read.</source>
        <translation>%1 有 %2 x %3 像素，太大而无法读取。</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>请把它缩小。</translation>
    </message>
    <message>
        <source>%1 is a damaged picture (%2).</source>
        <translation>%1 是损坏的图片（%2）。</translation>
    </message>
    <message>
        <source>`sweep` takes one project.</source>
        <translation>`sweep` 需要一个项目。</translation>
    </message>
    <message>
        <source>`sweep` needs --vary key=v1,v2,... once or twice.</source>
        <translation>`sweep` 需要一次或两次 --vary key=v1,v2,...。</translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation>第 %1 次训练，共 %2 次</translation>
    </message>
    <message>
        <source>The weights are those of step %1, where the validation loss was least: %2.</source>
        <translation>权重取自第 %1 步，那里的验证损失最小：%2。</translation>
    </message>
    <message>
        <source>%1 steps in %2 s, ended by %3, fingerprint %4</source>
        <translation>%1 步，用时 %2 秒，结束原因 %3，指纹 %4</translation>
    </message>
    <message>
        <source>%1 is read and would be written over: give the script another name.</source>
        <translation>%1 正要读取，却会被覆盖：请给脚本换一个名字。</translation>
    </message>
    <message>
        <source>The project names no data: the batch beside the script holds random numbers.</source>
        <translation>项目没有指定数据：脚本旁边的批量（batch）用的是随机数。</translation>
    </message>
    <message>
        <source>There are no trained weights: the script gets the first ones, drawn by the seed.</source>
        <translation>还没有训练过的权重：脚本使用由随机种子抽取的初始权重。</translation>
    </message>
    <message>
        <source>`export` takes one project.</source>
        <translation>`export` 后面跟一个项目。</translation>
    </message>
    <message>
        <source>This version does not write ONNX files yet; it writes a PyTorch script: --pytorch F.py.</source>
        <translation>这个版本还不能写出 ONNX 文件；可以写出 PyTorch 脚本：--pytorch F.py。</translation>
    </message>
    <message>
        <source>`export` writes one thing: --pytorch F.py, or the runs as --csv F.csv.</source>
        <translation>`export` 一次只写出一种内容：PyTorch 脚本用 --pytorch F.py，训练记录用 --csv F.csv。</translation>
    </message>
    <message>
        <source>a GPT-2 checkpoint, %1 blocks, %2 parameters</source>
        <translation>GPT-2 检查点，%1 个块，%2 个参数</translation>
    </message>
    <message>
        <source>There are no weights to generate with: add --weights FILE.</source>
        <translation>没有可用来生成文本的权重：请加上 --weights FILE。</translation>
    </message>
    <message>
        <source>The weights do not say which tokens their network knows, so no text can be cut for it.</source>
        <translation>权重文件没有记录网络使用的词表，因此无法为它切分文本。</translation>
    </message>
    <message>
        <source>The network knows %1 tokens, and the vocabulary has %2.</source>
        <translation>网络认识 %1 个词元，而词表里有 %2 个。</translation>
    </message>
    <message>
        <source>The prompt is empty: write at least one token to go on from.</source>
        <translation>提示文本是空的：至少要写一个词元，才能接着往下写。</translation>
    </message>
    <message>
        <source>%1 tokens, mean loss %2, perplexity %3</source>
        <translation>%1 个词元，平均损失 %2，困惑度 %3</translation>
    </message>
    <message>
        <source>`generate` takes one project.</source>
        <translation>`generate` 只接受一个项目。</translation>
    </message>
    <message>
        <source>`generate` needs --prompt TEXT to go on from.</source>
        <translation>`generate` 需要用 --prompt TEXT 给出开头的文本。</translation>
    </message>
    <message>
        <source>Every token costs a run over all %1 steps. %2</source>
        <translation>每生成一个词元都要把全部 %1 步重算一遍。%2</translation>
    </message>
    <message>
        <source>A checkpoint becomes a project and weights beside it: add --save-project OUT.glassbox.</source>
        <translation>检查点会变成一个项目和旁边的权重文件：请加上 --save-project OUT.glassbox。</translation>
    </message>
    <message>
        <source>%1 is for a folder with a GPT-2 checkpoint.</source>
        <translation>%1 只用于存放 GPT-2 检查点的文件夹。</translation>
    </message>
    <message>
        <source>--context is for a folder with a GPT-2 checkpoint; a project says itself how many tokens it takes.</source>
        <translation>--context 只用于存放 GPT-2 检查点的文件夹；项目自己规定一次读多少个词元。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a project keeps no answers, so &quot;%1&quot; cannot be judged</source>
        <translation>项目文件不保存答案，“%1”无法评判</translation>
    </message>
    <message>
        <source>`grade` takes project files, --lesson ID and --csv OUT.</source>
        <translation>`grade` 需要项目文件、--lesson ID 和 --csv OUT。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tasks passed</source>
        <translation>%1：%3 个任务中通过了 %2 个</translation>
    </message>
    <message>
        <source>`doctor` takes one project.</source>
        <translation>`doctor` 需要且只需要一个项目。</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>`class` takes report files or folders of them, and --csv OUT.</source>
        <translation>`class` 需要学习报告文件或存放报告的文件夹，以及 --csv OUT。</translation>
    </message>
    <message>
        <source>a project does not keep sweeps and numbers that were filled in, so they cannot be judged</source>
        <translation>项目不保存超参数搜索和填入的数，因此无法评判</translation>
    </message>
    <message>
        <source>To try: %1</source>
        <translation>可以试试：%1</translation>
    </message>
    <message>
        <source>Not all of the output could be written; the disk may be full.</source>
        <translation>输出没有全部写完；磁盘可能已满。</translation>
    </message>
    <message>
        <source>Make room, or send it to another place.</source>
        <translation>请腾出空间，或者输出到别的地方。</translation>
    </message>
</context>
<context>
    <name>document</name>
    <message>
        <source>Arrange the tiles</source>
        <translation>排列图块</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>Move %1 tiles</source>
        <translation>移动 %1 个图块</translation>
    </message>
    <message>
        <source>Move a wire</source>
        <translation>移动连线</translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation>剪贴板里没有层。</translation>
    </message>
    <message>
        <source>Copy some in the diagram first.</source>
        <translation>先在网络图中复制几个层。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>从“%1”连线到“%2”</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>断开“%2”到“%1”的连线</translation>
    </message>
    <message>
        <source>Remove %1 wires</source>
        <translation>移除 %1 条连线</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Remove %1 layers</source>
        <translation>移除 %1 个层</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>修改“%2”的“%1”</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation>冻结“%1”</translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>解冻“%1”</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>停用“%1”</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>启用“%1”</translation>
    </message>
    <message>
        <source>Change the data&apos;s settings</source>
        <translation>修改数据的设置</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>更换数据</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>修改“%1”</translation>
    </message>
    <message>
        <source>Paste %1 layers</source>
        <translation>粘贴 %1 个层</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Fold the group</source>
        <translation>折叠组</translation>
    </message>
    <message>
        <source>Unfold the group</source>
        <translation>展开组</translation>
    </message>
    <message>
        <source>Move the group</source>
        <translation>移动组</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>解散组</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>组成一组</translation>
    </message>
    <message>
        <source>Repeat the group %1 times</source>
        <translation>这一组串联 %1 份</translation>
    </message>
    <message>
        <source>Keep a drawing</source>
        <translation>留下一幅画</translation>
    </message>
    <message>
        <source>Remove a drawing</source>
        <translation>移除一幅画</translation>
    </message>
    <message>
        <source>Network from one line</source>
        <translation>由一行文字搭建网络</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>%1 is %2; it must lie between %3 and %4.</source>
        <translation>%1 是 %2；它应在 %3 和 %4 之间。</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 只能是 true 或 false。</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 应为整数。</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 应为数字。</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; it must be one of %3.</source>
        <translation>%1 是“%2”；它应为以下之一：%3。</translation>
    </message>
    <message>
        <source>%1 must be a shape such as 784 or 1x28x28.</source>
        <translation>%1 应为形状，例如 784 或 1x28x28。</translation>
    </message>
    <message>
        <source>%1 must be words.</source>
        <translation>%1 应为文字。</translation>
    </message>
    <message>
        <source>%1 has no kind.</source>
        <translation>%1 没有类型。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot; here.</source>
        <translation>这里没有设置“%1”。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot; here; known are %2.</source>
        <translation>这里没有设置“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a shape: write extents joined by x, such as 784 or 1x28x28.</source>
        <translation>“%1”不是形状：把各维的大小用 x 连接起来，例如 784 或 1x28x28。</translation>
    </message>
    <message>
        <source>The shape %1 has more elements than this program can hold.</source>
        <translation>形状 %1 的元素太多，程序存不下。</translation>
    </message>
    <message>
        <source>No file is named for the data.</source>
        <translation>没有写明数据在哪个文件中。</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>选择一个文件或文件夹。</translation>
    </message>
    <message>
        <source>%1 has changed since the project was saved.</source>
        <translation>项目保存之后，%1 有了改动。</translation>
    </message>
    <message>
        <source>The folder %1 holds no data set that the lab knows.</source>
        <translation>文件夹 %1 中没有实验室能识别的数据集。</translation>
    </message>
    <message>
        <source>%1 is %2, not a data set that the lab knows.</source>
        <translation>%1（%2）不是实验室能识别的数据集。</translation>
    </message>
    <message>
        <source>No data are chosen.</source>
        <translation>还没有选择数据。</translation>
    </message>
    <message>
        <source>Choose a built-in data set or open a file.</source>
        <translation>选择一个内置的数据集，或打开一个文件。</translation>
    </message>
    <message>
        <source>There is no data source &quot;%1&quot;; known are %2.</source>
        <translation>没有数据来源“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>The validation share %1 and the test share %2 leave no training rows.</source>
        <translation>验证集占 %1，测试集占 %2，训练集就一行也不剩了。</translation>
    </message>
    <message>
        <source>Each share lies between 0 and 1, and both together below 1.</source>
        <translation>每个比例都应在 0 和 1 之间，两者之和小于 1。</translation>
    </message>
    <message>
        <source>The %1 part would be empty: its share of %2 rows is less than one.</source>
        <translation>“%1”会是空的：%2 行按比例分给它的不足一行。</translation>
    </message>
    <message>
        <source>Set this share to 0, make it larger, or use more data.</source>
        <translation>把这个比例设为 0 或调大，或者使用更多的数据。</translation>
    </message>
    <message>
        <source>There are no training rows.</source>
        <translation>没有用于训练的行。</translation>
    </message>
    <message>
        <source>Class %1 has %2 rows, and each of the %3 parts needs one.</source>
        <translation>类别 %1 有 %2 行，而 %3 个部分各需要一行。</translation>
    </message>
    <message>
        <source>Add rows of this class, or set the validation and test shares to 0.</source>
        <translation>给这个类别添加几行，或把验证集和测试集的比例设为 0。</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>A disc of class 1 inside a ring of class 0. Three hidden units can close a border around the disc; with the inputs squared one unit is enough.</source>
        <translation>类别 1 是一个圆盘，外面围着类别 0 的圆环。三个隐藏神经元就能围出一条闭合的边界；如果输入中有坐标的平方，一个神经元就够了。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to both coordinates. Above 0.1 the classes touch.</source>
        <translation>加在两个坐标上的噪声的标准差。超过 0.1 时，两类开始相接。</translation>
    </message>
    <message>
        <source>Each pixel is a byte and becomes x / 255.</source>
        <translation>每个像素是一个字节，换算为 x / 255。</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>仿手写数字</translation>
    </message>
    <message>
        <source>Pictures of the digits 0 to 9, drawn by the program with a shaking pen: 28×28 pixels, white on black, as in MNIST. They need no file, and every picture depends on the seed and its number alone.</source>
        <translation>程序用一支抖动的笔画出数字 0 到 9：28×28 像素，黑底白字，与 MNIST 一样。不需要文件，每张图像只取决于随机种子和它的编号。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>How many pictures are drawn; each digit gets a tenth of them.</source>
        <translation>一共画多少张图像；每个数字占十分之一。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>How much the hand shakes, slants, turns and stretches. 0 draws each digit always in the same way; above 1.5 some cannot be read.</source>
        <translation>笔画抖动、倾斜、旋转和拉伸的程度。0 表示每个数字总画成同一个样子；超过 1.5 时，有些就认不出来了。</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>Mean width of the pen in pixels; it varies with the jitter.</source>
        <translation>笔画的平均宽度，以像素为单位；它会随抖动变化。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Four clouds; a point is of class 1 when exactly one of its coordinates is positive. A single straight line cannot part the classes: this is the smallest data set that needs a hidden layer.</source>
        <translation>四团点；恰好有一个坐标为正的点属于类别 1。一条直线分不开这两类：这是需要隐藏层的最小的数据集。</translation>
    </message>
    <message>
        <source>Standard deviation of a cloud. Above 0.3 the clouds overlap.</source>
        <translation>每团点的标准差。超过 0.3 时，各团会重叠。</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>高斯点团</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Points around a straight line y = w x + b. One dense unit learns it, and its weight and bias can be compared with the true ones.</source>
        <translation>散布在直线 y = w x + b 周围的点。只含一个神经元的全连接层就能学会，学到的权重和偏置可以与真实值比较。</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>The true w: how much y grows when x grows by 1.</source>
        <translation>真实的 w：x 每增加 1，y 增加多少。</translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation>截距</translation>
    </message>
    <message>
        <source>The true b: y at x = 0.</source>
        <translation>真实的 b：x = 0 处的 y。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to y. No model can get its error below it without learning by heart.</source>
        <translation>加在 y 上的噪声的标准差。除非死记硬背，任何模型的误差都不会比它更小。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>How many samples are drawn. More points make the shape clearer and training slower.</source>
        <translation>抽取多少个样本。点越多，形状越清楚，训练也越慢。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>类别比例</translation>
    </message>
    <message>
        <source>Share of the points that belong to class 1. Away from 0.5 the larger class can win by being guessed always.</source>
        <translation>属于类别 1 的点所占的比例。偏离 0.5 时，一直猜较大的那一类也能占便宜。</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋线</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>圈数</translation>
    </message>
    <message>
        <source>How often each arm goes round. More turns need more units.</source>
        <translation>每条旋臂绕多少圈。圈数越多，需要的神经元越多。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to both coordinates.</source>
        <translation>加在两个坐标上的噪声的标准差。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has %3 values, the rows before it %4.</source>
        <translation>%2 第 %1 行有 %3 个值，之前各行有 %4 个值。</translation>
    </message>
    <message>
        <source>Repair the file, or leave the row out.</source>
        <translation>修改文件，或跳过此行。</translation>
    </message>
    <message>
        <source>The target is the last column, &quot;%1&quot;.</source>
        <translation>目标是最后一列“%1”。</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;.</source>
        <translation>%1 中没有“%2”列。</translation>
    </message>
    <message>
        <source>Its %1 columns are %2; a number from 1 on will do, too.</source>
        <translation>它的 %1 列是 %2；也可以写列号，从 1 开始。</translation>
    </message>
    <message>
        <source>The target is column %1, &quot;%2&quot;.</source>
        <translation>目标是第 %1 列“%2”。</translation>
    </message>
    <message>
        <source>%1 has a header and no rows below it.</source>
        <translation>%1 有表头，下面却没有数据行。</translation>
    </message>
    <message>
        <source>Add rows; if row 1 is no header, set header to no.</source>
        <translation>添加数据行；如果第 1 行不是表头，把 header 设为 no。</translation>
    </message>
    <message>
        <source>%1 has no rows with %2 values.</source>
        <translation>%1 中没有含 %2 个值的行。</translation>
    </message>
    <message>
        <source>Choose a file with rows.</source>
        <translation>选择一个有数据行的文件。</translation>
    </message>
    <message>
        <source>%1 rows with another number of values were left out.</source>
        <translation>跳过了 %1 行，这些行的值的个数与其他行不同。</translation>
    </message>
    <message>
        <source>%1 empty lines were left out.</source>
        <translation>跳过了 %1 个空行。</translation>
    </message>
    <message>
        <source>Repair the value; if it stands for a missing one, write NA.</source>
        <translation>修改这个值；如果它表示缺失，就写 NA。</translation>
    </message>
    <message>
        <source>Write numbers with a decimal point in place of the comma.</source>
        <translation>小数点写成点，不要写成逗号。</translation>
    </message>
    <message>
        <source>If row 1 is a header, set header to yes.</source>
        <translation>如果第 1 行是表头，把 header 设为 yes。</translation>
    </message>
    <message>
        <source>Repair the value, or set task to classes.</source>
        <translation>修改这个值，或把 task 设为 classes。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has &quot;%3&quot; in column &quot;%4&quot;, where other rows have numbers.</source>
        <translation>%2 第 %1 行的“%4”列是“%3”，而其他行的这一列是数字。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has &quot;%3&quot; in the target column &quot;%4&quot;, and a regression needs numbers.</source>
        <translation>%2 第 %1 行的目标列“%4”是“%3”，而回归需要数字。</translation>
    </message>
    <message>
        <source>Set task to classes, or choose another target.</source>
        <translation>把 task 设为 classes，或选择另一个目标。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has %3 in column &quot;%4&quot;: a number that large or small cannot be held.</source>
        <translation>%2 第 %1 行的“%4”列是 %3：这个数太大或太小，存不下。</translation>
    </message>
    <message>
        <source>Use another unit in this column.</source>
        <translation>这一列换用另一个单位。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 holds &quot;%3&quot; in row %4.</source>
        <translation>%2 的“%1”列在第 %4 行是“%3”。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 holds words, such as &quot;%3&quot; in row %4.</source>
        <translation>%2 的“%1”列是文字，例如第 %4 行的“%3”。</translation>
    </message>
    <message>
        <source>Set text_columns to one_hot for a column of 0 and 1 for each word, or to leave_out.</source>
        <translation>把 text_columns 设为 one_hot，每个词就变成由 0 和 1 组成的一列；也可以设为 leave_out。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds words and was left out.</source>
        <translation>“%1”列是文字，已跳过。</translation>
    </message>
    <message>
        <source>%1 has no input column left.</source>
        <translation>%1 中没有剩下可用的输入列。</translation>
    </message>
    <message>
        <source>Set text_columns to one_hot.</source>
        <translation>把 text_columns 设为 one_hot。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 has no values at all.</source>
        <translation>%2 的“%1”列一个值也没有。</translation>
    </message>
    <message>
        <source>Remove the column from the file.</source>
        <translation>从文件中删去这一列。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has no value in column &quot;%3&quot;.</source>
        <translation>%2 第 %1 行的“%3”列没有值。</translation>
    </message>
    <message>
        <source>Fill it in, or set missing to leave_out.</source>
        <translation>填上这个值，或把 missing 设为 leave_out。</translation>
    </message>
    <message>
        <source>Fill it in, or set missing to leave_out or mean.</source>
        <translation>填上这个值，或把 missing 设为 leave_out 或 mean。</translation>
    </message>
    <message>
        <source>The words of %1 would become more than %2 columns; the last one was &quot;%3&quot;.</source>
        <translation>%1 中的文字展开后会超过 %2 列；最后处理的是“%3”列。</translation>
    </message>
    <message>
        <source>Set text_columns to leave_out.</source>
        <translation>把 text_columns 设为 leave_out。</translation>
    </message>
    <message>
        <source>Every row of %1 has a missing value; none is left.</source>
        <translation>%1 的每一行都有缺失值，一行也没有剩下。</translation>
    </message>
    <message>
        <source>Set missing to mean.</source>
        <translation>把 missing 设为 mean。</translation>
    </message>
    <message>
        <source>%1 rows with missing values were left out.</source>
        <translation>跳过了 %1 行，这些行中有缺失值。</translation>
    </message>
    <message>
        <source>Missing words of column &quot;%1&quot; are 0 in all its columns.</source>
        <translation>“%1”列缺少文字的地方，在由它展开的各列中都记为 0。</translation>
    </message>
    <message>
        <source>%1 missing values of column &quot;%2&quot; became its mean, %3.</source>
        <translation>“%2”列的 %1 个缺失值换成了该列的平均值 %3。</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; of %2 has more than %3 different values: too many to be classes.</source>
        <translation>%2 的目标列“%1”有超过 %3 个不同的值：作为类别太多了。</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>选择另一个目标。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is a number, as the setting task says.</source>
        <translation>按照设置 task，目标“%1”是数值。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is taken as a number (regression).</source>
        <translation>目标“%1”当作数值处理（回归）。</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; of %2 holds only &quot;%3&quot;: there is nothing to tell apart.</source>
        <translation>%2 的目标列“%1”只有“%3”这一个值：没有什么可以区分。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has %2 classes, as the setting task says.</source>
        <translation>按照设置 task，目标“%1”有 %2 个类别。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; holds words: %2 classes, in the order of the alphabet.</source>
        <translation>目标“%1”是文字：共 %2 个类别，按字母顺序排列。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has %2 different whole numbers and is taken as classes; set task to regression to predict a number.</source>
        <translation>目标“%1”有 %2 个不同的整数，当作类别处理；要预测数值，就把 task 设为 regression。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds words and became %2 columns of 0 and 1.</source>
        <translation>“%1”列是文字，已展开为 %2 列 0 和 1。</translation>
    </message>
    <message>
        <source>%1 has %2 rows, more than the lab can number.</source>
        <translation>%1 有 %2 行，超出了实验室能编号的数量。</translation>
    </message>
    <message>
        <source>Use a part of the data.</source>
        <translation>只用一部分数据。</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Rows of numbers in a text file, one column of which is the target. Delimiter, header and kind of target are found by looking; what was found is listed.</source>
        <translation>文本文件中一行一行的数字，其中一列是目标。分隔符、表头和目标类型会自动识别，识别的结果会列出来。</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Name or number (from 1) of the column to predict. Empty: the last one.</source>
        <translation>要预测的那一列的名称或列号（从 1 开始）。留空表示最后一列。</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Classes are told apart, a regression predicts a number. Found by looking: words and few different whole numbers are classes.</source>
        <translation>类别用于区分，回归用于预测数值。自动识别时，文字和少数几个不同的整数都算类别。</translation>
    </message>
    <message>
        <source>found by looking</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>What to do about empty places, NA, NaN and ?. The mean is taken over all rows of the file, test rows too.</source>
        <translation>空单元格、NA、NaN 和“?”怎么处理。平均值由文件的所有行算出，包括测试用的行。</translation>
    </message>
    <message>
        <source>refuse the file</source>
        <translation>不接受该文件</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>跳过该行</translation>
    </message>
    <message>
        <source>mean of the column</source>
        <translation>该列的平均值</translation>
    </message>
    <message>
        <source>Columns of words</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>leave the column out</source>
        <translation>跳过该列</translation>
    </message>
    <message>
        <source>Uneven rows</source>
        <translation>长短不一的行</translation>
    </message>
    <message>
        <source>What to do about rows with more or fewer values than there are columns.</source>
        <translation>值的个数多于或少于列数的行怎么处理。</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between two values.</source>
        <translation>两个值之间用什么隔开。</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Whether row 1 holds the names of the columns.</source>
        <translation>第 1 行是不是各列的名称。</translation>
    </message>
    <message>
        <source>row 1 is a header</source>
        <translation>第 1 行是表头</translation>
    </message>
    <message>
        <source>row 1 holds values</source>
        <translation>第 1 行是数据</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>%1 columns have no name and are called by their number.</source>
        <translation>%1 列没有名称，用列号来称呼。</translation>
    </message>
    <message>
        <source>%1 columns repeat a name, such as &quot;%2&quot;, and got a number behind it.</source>
        <translation>%1 列的名称与别的列重复（例如“%2”），已在后面加上编号。</translation>
    </message>
    <message>
        <source>Save the table as &quot;CSV UTF-8&quot; and open that.</source>
        <translation>把表格另存为“CSV UTF-8”，再打开它。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>%1 is %2, not a table.</source>
        <translation>%1（%2）不是表格。</translation>
    </message>
    <message>
        <source>%1 is not a text: byte %2 is zero.</source>
        <translation>%1 不是文本文件：第 %2 个字节是零。</translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8: byte %2 does not fit.</source>
        <translation>%1 不是 UTF-8 文本：第 %2 个字节不符合。</translation>
    </message>
    <message>
        <source>%1 holds only empty lines.</source>
        <translation>%1 中只有空行。</translation>
    </message>
    <message>
        <source>%1 has one column; a table needs two or more: inputs and a target.</source>
        <translation>%1 只有一列；表格至少要有两列：输入和目标。</translation>
    </message>
    <message>
        <source>If its columns are parted by something else than a comma, semicolon, tab or bar, save it anew with commas.</source>
        <translation>如果各列不是用逗号、分号、制表符或竖线隔开的，就改用逗号重新保存。</translation>
    </message>
    <message>
        <source>The values are parted by %1.</source>
        <translation>各值之间的分隔符：%1。</translation>
    </message>
    <message>
        <source>Row 1 is a header.</source>
        <translation>第 1 行是表头。</translation>
    </message>
    <message>
        <source>There is no header; the columns are called by their numbers.</source>
        <translation>没有表头；各列用列号来称呼。</translation>
    </message>
    <message>
        <source>Row 1 is a summary, not a header: %1 rows, %2 inputs, and the classes %3.</source>
        <translation>第 1 行是概要，不是表头：%1 行，%2 个输入，类别为 %3。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has more than %3 values.</source>
        <translation>%2 第 %1 行的值超过 %3 个。</translation>
    </message>
    <message>
        <source>Check that the rows of the file end with line breaks.</source>
        <translation>检查文件的各行是否以换行结尾。</translation>
    </message>
    <message>
        <source>A quote that opens in row %1 of %2 is never closed.</source>
        <translation>%2 第 %1 行有一个引号没有配对。</translation>
    </message>
    <message>
        <source>Close it, or write a quote within a value twice.</source>
        <translation>补上另一个引号；如果引号是值的一部分，就写两遍。</translation>
    </message>
    <message>
        <source>Row %1 of %2 goes on after the closing quote of &quot;%3&quot;.</source>
        <translation>%2 第 %1 行在“%3”的后引号之后还有内容。</translation>
    </message>
    <message>
        <source>Write a quote within a value twice.</source>
        <translation>值里面的引号要写两遍。</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>没有名为 %1 的文件或文件夹。</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>检查名称和文件夹。</translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation>你没有读取 %1 的权限。</translation>
    </message>
    <message>
        <source>Change its permissions or copy it.</source>
        <translation>更改它的权限，或复制一份。</translation>
    </message>
    <message>
        <source>%1 could not be read: the system gives the code %2.</source>
        <translation>%1 读不出来：系统给出的代码是 %2。</translation>
    </message>
    <message>
        <source>Check that the disk is there.</source>
        <translation>检查磁盘是否还在。</translation>
    </message>
    <message>
        <source>%1 is a folder, and a file is needed here.</source>
        <translation>%1 是文件夹，这里需要文件。</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>从中选择一个文件。</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, not a file.</source>
        <translation>%1 是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>Save the data to a file and open that.</source>
        <translation>把数据存成文件，再打开它。</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation>HTML 网页</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>XML 文件</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a workbook or a ZIP archive</source>
        <translation>工作簿或 ZIP 压缩包</translation>
    </message>
    <message>
        <source>an old workbook or document</source>
        <translation>旧格式的工作簿或文档</translation>
    </message>
    <message>
        <source>a gzip file</source>
        <translation>gzip 文件</translation>
    </message>
    <message>
        <source>text in UTF-16</source>
        <translation>UTF-16 文本</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>二进制文件</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <source>a text without columns</source>
        <translation>不分列的文本</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>%1 在读取过程中发生了变化。</translation>
    </message>
    <message>
        <source>Wait until it is written, then open it again.</source>
        <translation>等它写完，再打开一次。</translation>
    </message>
    <message>
        <source>%1 needs %2 of memory and %3 are free.</source>
        <translation>%1 需要 %2 内存，目前可用 %3。</translation>
    </message>
    <message>
        <source>Close other programs, or use a part of the data.</source>
        <translation>关闭其他程序，或只用一部分数据。</translation>
    </message>
    <message>
        <source>%1 goes on for %2 bytes after the end of its gzip data.</source>
        <translation>%1 在 gzip 数据结束之后还有 %2 个字节。</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>重新获取这个文件。</translation>
    </message>
    <message>
        <source>%1 is cut off: its gzip data do not end.</source>
        <translation>%1 不完整：gzip 数据没有结尾。</translation>
    </message>
    <message>
        <source>%1 is damaged: its gzip data break off after %2 bytes.</source>
        <translation>%1 已损坏：gzip 数据在 %2 个字节之后中断。</translation>
    </message>
    <message>
        <source>unsigned bytes</source>
        <translation>无符号字节</translation>
    </message>
    <message>
        <source>signed bytes</source>
        <translation>有符号字节</translation>
    </message>
    <message>
        <source>16-bit whole numbers</source>
        <translation>16 位整数</translation>
    </message>
    <message>
        <source>32-bit whole numbers</source>
        <translation>32 位整数</translation>
    </message>
    <message>
        <source>32-bit numbers</source>
        <translation>32 位浮点数</translation>
    </message>
    <message>
        <source>64-bit numbers</source>
        <translation>64 位浮点数</translation>
    </message>
    <message>
        <source>%1 ends after %2 bytes, within the header of an IDX file.</source>
        <translation>%1 只有 %2 个字节，连 IDX 文件头都不完整。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, too few for an IDX file.</source>
        <translation>%1 只有 %2 个字节，不够构成 IDX 文件。</translation>
    </message>
    <message>
        <source>%1 is not an IDX file: it begins with the bytes %2.</source>
        <translation>%1 不是 IDX 文件：开头的字节是 %2。</translation>
    </message>
    <message>
        <source>An IDX file of bytes begins with 00 00 08.</source>
        <translation>存放字节的 IDX 文件以 00 00 08 开头。</translation>
    </message>
    <message>
        <source>%1 holds %2 (type code 0x%3), and the lab reads unsigned bytes (type code 0x08) only.</source>
        <translation>%1 中的数是“%2”（类型码 0x%3），实验室只读无符号字节（类型码 0x08）。</translation>
    </message>
    <message>
        <source>Write the file anew with bytes.</source>
        <translation>改用字节重新写出这个文件。</translation>
    </message>
    <message>
        <source>%1 says it has %2 dimensions; the lab reads 1 to %3.</source>
        <translation>%1 的文件头写着 %2 维；实验室能读 1 到 %3 维。</translation>
    </message>
    <message>
        <source>%1 is empty: extent %2 in its header is 0.</source>
        <translation>%1 是空的：文件头中第 %2 维的大小是 0。</translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, more than the lab can number.</source>
        <translation>%1 的文件头写着 %2 个值，超出了实验室能编号的数量。</translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, which takes %3 bytes, and the file has %4.</source>
        <translation>%1 的文件头写着 %2 个值，需要 %3 个字节，而文件有 %4 个字节。</translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, more than its %3 bytes of gzip can become.</source>
        <translation>%1 的文件头写着 %2 个值，而 %3 个字节的 gzip 数据解压后到不了这么多。</translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, and only %3 are in it.</source>
        <translation>%1 的文件头写着 %2 个值，实际只有 %3 个。</translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, and more follow.</source>
        <translation>%1 的文件头写着 %2 个值，后面却还有更多。</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; images need three or more: count, height, width.</source>
        <translation>%1 是 %2 维的；图像至少要有三维：数量、高、宽。</translation>
    </message>
    <message>
        <source>Open the file with the images; its labels are found beside it.</source>
        <translation>打开图像文件；标签会在同一文件夹中找到。</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; labels have one.</source>
        <translation>%1 是 %2 维的；标签应为一维。</translation>
    </message>
    <message>
        <source>%1 has %2 images and %3 has %4 labels.</source>
        <translation>%1 中有 %2 张图像，%3 中有 %4 个标签。</translation>
    </message>
    <message>
        <source>Use two files that belong together.</source>
        <translation>使用配套的两个文件。</translation>
    </message>
    <message>
        <source>The labels of %1 cannot be found: its name does not hold the word images.</source>
        <translation>找不到 %1 的标签：它的文件名中没有 images 一词。</translation>
    </message>
    <message>
        <source>Name the two files like train-images-idx3-ubyte and train-labels-idx1-ubyte.</source>
        <translation>像 train-images-idx3-ubyte 和 train-labels-idx1-ubyte 那样给两个文件命名。</translation>
    </message>
    <message>
        <source>%1 has no labels beside it.</source>
        <translation>%1 旁边没有标签文件。</translation>
    </message>
    <message>
        <source>Put the file with the word labels in place of images into the same folder.</source>
        <translation>把标签文件放进同一文件夹，文件名中的 images 换成 labels。</translation>
    </message>
    <message>
        <source>The folder %1 has no file %2.</source>
        <translation>文件夹 %1 中没有文件 %2。</translation>
    </message>
    <message>
        <source>Images and labels belong together, with .gz or without.</source>
        <translation>图像和标签要配套，带不带 .gz 都可以。</translation>
    </message>
    <message>
        <source>The images of %1 are %2 and those of %3 are %4.</source>
        <translation>%1 中的图像是 %2，%3 中的图像是 %4。</translation>
    </message>
    <message>
        <source>Use files that belong together.</source>
        <translation>使用配套的文件。</translation>
    </message>
    <message>
        <source>%1 images are more than the lab can number.</source>
        <translation>%1 张图像超出了实验室能编号的数量。</translation>
    </message>
    <message>
        <source>The labels come from %1.</source>
        <translation>标签来自 %1。</translation>
    </message>
    <message>
        <source>%1 is the test part.</source>
        <translation>%1 用作测试集。</translation>
    </message>
    <message>
        <source>%1 holds labels; open the file with the images.</source>
        <translation>%1 中是标签；打开图像文件。</translation>
    </message>
    <message>
        <source>Its labels are found beside it.</source>
        <translation>标签会在同一文件夹中找到。</translation>
    </message>
    <message>
        <source>IDX images (the MNIST family)</source>
        <translation>IDX 图像（MNIST 系列）</translation>
    </message>
    <message>
        <source>Images and labels as bytes, packed with gzip or not. A folder with train and t10k files brings its own test part.</source>
        <translation>以字节存放的图像和标签，用不用 gzip 压缩都可以。文件夹中有 train 和 t10k 两组文件时，自带测试集。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node.</source>
        <translation>“%1”不能用作节点的名称。</translation>
    </message>
    <message>
        <source>Two nodes are called &quot;%1&quot;.</source>
        <translation>有两个节点都叫“%1”。</translation>
    </message>
    <message>
        <source>This version has no layer &quot;%1&quot;.</source>
        <translation>这个版本没有层“%1”。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A wire from %1 to %2 hangs in the air: one of the two is not there.</source>
        <translation>从“%1”到“%2”的连线悬空了：两个节点中有一个不存在。</translation>
    </message>
    <message>
        <source>%1 has no input &quot;%2&quot;.</source>
        <translation>“%1”没有输入端口“%2”。</translation>
    </message>
    <message>
        <source>%1 has no output &quot;%2&quot;.</source>
        <translation>“%1”没有输出端口“%2”。</translation>
    </message>
    <message>
        <source>%1 is a loss: nothing can follow it.</source>
        <translation>“%1”是损失：它后面不能再接别的层。</translation>
    </message>
    <message>
        <source>%1 has no input yet: draw a wire to it.</source>
        <translation>“%1”还没有输入：画一条连到它的连线。</translation>
    </message>
    <message>
        <source>%1 takes one wire and has %2. Join them with an Add first.</source>
        <translation>“%1”只接一条连线，现在有 %2 条。先用“相加”把它们合在一起。</translation>
    </message>
    <message>
        <source>%1 lies on a closed loop. Use a recurrent layer for memory.</source>
        <translation>“%1”在一个闭合的环路上。需要记忆时，用循环层。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 cannot be switched off: it changes the shape, and what follows needs the new one.</source>
        <translation>“%1”不能关闭：它会改变形状，后面的层需要改变后的形状。</translation>
    </message>
    <message>
        <source>The network has no input: add an Input.</source>
        <translation>网络没有输入：加入一个“输入”。</translation>
    </message>
    <message>
        <source>The network has no loss: add one behind the last layer, so that there is something to make small.</source>
        <translation>网络没有损失：在最后一层后面加一个，训练才有可以减小的量。</translation>
    </message>
    <message>
        <source>A network is trained on one loss, and this is a second one.</source>
        <translation>一个网络只用一个损失来训练，这里是第二个。</translation>
    </message>
    <message>
        <source>%1 is applied twice: %2 expects logits and applies it itself. Training becomes slow.</source>
        <translation>“%1”做了两遍：“%2”接收的是未归一化的预测值（logits），它自己会做这一步。训练会变慢。</translation>
    </message>
    <message>
        <source>Switch this layer off</source>
        <translation>关闭这一层</translation>
    </message>
    <message>
        <source>%1 does not lead to the loss: it will not be trained.</source>
        <translation>“%1”没有通向损失：它不会被训练。</translation>
    </message>
    <message>
        <source>%1 is to use the weights of &quot;%2&quot;, which has none of its own.</source>
        <translation>“%1”要使用“%2”的权重，而“%2”自己没有权重。</translation>
    </message>
    <message>
        <source>%1 cannot use the weights of %2: their shapes differ.</source>
        <translation>“%1”不能使用“%2”的权重：两者的形状不同。</translation>
    </message>
    <message>
        <source>The group %1 names &quot;%2&quot;, which is not there.</source>
        <translation>组“%1”中写有“%2”，但没有这个节点。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>This version can draw %1 but not yet train it.</source>
        <translation>这个版本能画出“%1”，但还不能训练它。</translation>
    </message>
    <message>
        <source>The network is empty: add an Input, layers and a loss.</source>
        <translation>网络是空的：加入“输入”、若干层和一个损失。</translation>
    </message>
    <message>
        <source>There is nothing between two bars; write a layer such as dense 128.</source>
        <translation>两条竖线之间是空的；写一个层，例如 dense 128。</translation>
    </message>
    <message>
        <source>&quot;from&quot; needs the name of a node to start from.</source>
        <translation>“from”后面要写起始节点的名称。</translation>
    </message>
    <message>
        <source>No node before this one is called &quot;%1&quot;.</source>
        <translation>在这之前没有叫“%1”的节点。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node: use letters, digits and _.</source>
        <translation>“%1”不能用作节点的名称：用字母、数字和 _。</translation>
    </message>
    <message>
        <source>Behind the name &quot;%1:&quot; a layer must follow.</source>
        <translation>名称“%1:”后面要写一个层。</translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;; `glassbox-cli layers` lists them.</source>
        <translation>没有层“%1”；`glassbox-cli layers` 会列出所有的层。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand behind %2.</source>
        <translation>“%1”不能跟在 %2 后面。</translation>
    </message>
    <message>
        <source>%1 cannot stand on a wire.</source>
        <translation>“%1”不能放在连线上。</translation>
    </message>
    <message>
        <source>A wire needs a node at both ends.</source>
        <translation>连线的两端都要有节点。</translation>
    </message>
    <message>
        <source>%1 takes no input.</source>
        <translation>“%1”不接收输入。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>This wire would close a loop: %1. Use a recurrent layer for memory.</source>
        <translation>这条连线会形成环路：%1。需要记忆时，用循环层。</translation>
    </message>
    <message>
        <source>This wire is already there.</source>
        <translation>这条连线已经有了。</translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot;.</source>
        <translation>没有节点“%1”。</translation>
    </message>
    <message>
        <source>This is a folder; a file is needed.</source>
        <translation>这是文件夹，这里需要文件。</translation>
    </message>
    <message>
        <source>This is a pipe; a file on a disk is needed.</source>
        <translation>这是管道，这里需要磁盘上的文件。</translation>
    </message>
    <message>
        <source>This is a socket; a file on a disk is needed.</source>
        <translation>这是套接字，这里需要磁盘上的文件。</translation>
    </message>
    <message>
        <source>This is a device; a file on a disk is needed.</source>
        <translation>这是设备，这里需要磁盘上的文件。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>It may have been moved or renamed; choose it again.</source>
        <translation>它可能已移动或改名；重新选择一次。</translation>
    </message>
    <message>
        <source>You have no right to read this file.</source>
        <translation>你没有读取这个文件的权限。</translation>
    </message>
    <message>
        <source>Ask its owner, or open a copy in a folder of your own.</source>
        <translation>找它的所有者帮忙，或打开自己文件夹中的副本。</translation>
    </message>
    <message>
        <source>This link leads in a circle.</source>
        <translation>这个链接绕成了一圈。</translation>
    </message>
    <message>
        <source>Open the file itself.</source>
        <translation>打开文件本身。</translation>
    </message>
    <message>
        <source>The name of this file is too long.</source>
        <translation>这个文件的名称太长。</translation>
    </message>
    <message>
        <source>Too many files are open at this moment.</source>
        <translation>此刻打开的文件太多。</translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation>关闭一些程序，再试一次。</translation>
    </message>
    <message>
        <source>This is not a file on a disk.</source>
        <translation>这不是磁盘上的文件。</translation>
    </message>
    <message>
        <source>Open a file.</source>
        <translation>打开一个文件。</translation>
    </message>
    <message>
        <source>The disk could not read this file to its end (system code %1).</source>
        <translation>磁盘没能把这个文件读到末尾（系统代码 %1）。</translation>
    </message>
    <message>
        <source>Try again, or open another copy.</source>
        <translation>再试一次，或打开另一份副本。</translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation>原有的内容没有改动。</translation>
    </message>
    <message>
        <source>The disk is full: %1 bytes were not saved.</source>
        <translation>磁盘已满：有 %1 个字节未能保存。</translation>
    </message>
    <message>
        <source>Make room or choose another folder. What was there before is unchanged.</source>
        <translation>腾出空间，或换一个文件夹。原有的内容没有改动。</translation>
    </message>
    <message>
        <source>This disk does not take a file of %1 bytes.</source>
        <translation>这个磁盘存不了 %1 个字节的文件。</translation>
    </message>
    <message>
        <source>Choose another disk. What was there before is unchanged.</source>
        <translation>换一个磁盘。原有的内容没有改动。</translation>
    </message>
    <message>
        <source>The folder is read-only: the file was not saved.</source>
        <translation>文件夹只读：文件未能保存。</translation>
    </message>
    <message>
        <source>Choose another folder. What was there before is unchanged.</source>
        <translation>换一个文件夹。原有的内容没有改动。</translation>
    </message>
    <message>
        <source>The folder is not there: the file was not saved.</source>
        <translation>文件夹不存在：文件未能保存。</translation>
    </message>
    <message>
        <source>It may have been moved, or its disk taken out; choose another folder.</source>
        <translation>它可能已移动，或所在的磁盘已取出；换一个文件夹。</translation>
    </message>
    <message>
        <source>The name of this file is too long: it was not saved.</source>
        <translation>这个文件的名称太长：未能保存。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>换一个短一些的名称。</translation>
    </message>
    <message>
        <source>This link leads in a circle: the file was not saved.</source>
        <translation>这个链接绕成了一圈：文件未能保存。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>换一个名称。</translation>
    </message>
    <message>
        <source>Too many files are open at this moment: the file was not saved.</source>
        <translation>此刻打开的文件太多：文件未能保存。</translation>
    </message>
    <message>
        <source>Close some programs and try again. What was there before is unchanged.</source>
        <translation>关闭一些程序，再试一次。原有的内容没有改动。</translation>
    </message>
    <message>
        <source>The disk did not take the file (system code %1): it was not saved.</source>
        <translation>磁盘没有接收这个文件（系统代码 %1）：未能保存。</translation>
    </message>
    <message>
        <source>The file is %1 bytes long; a file of this kind may have at most %2.</source>
        <translation>文件有 %1 个字节；这类文件最多 %2 个字节。</translation>
    </message>
    <message>
        <source>Is it the right file?</source>
        <translation>选的是想打开的文件吗？</translation>
    </message>
    <message>
        <source>A name for the file is missing: nothing was saved.</source>
        <translation>没有给出文件名：什么也没有保存。</translation>
    </message>
    <message>
        <source>Write a name behind the folder.</source>
        <translation>在文件夹后面写上文件名。</translation>
    </message>
    <message>
        <source>This is a link to a file that is not there: nothing was saved.</source>
        <translation>这个链接指向的文件不存在：什么也没有保存。</translation>
    </message>
    <message>
        <source>Nothing was saved; choose another name.</source>
        <translation>什么也没有保存；换一个名称。</translation>
    </message>
    <message>
        <source>This file is marked read-only: it was not replaced.</source>
        <translation>这个文件标为只读：没有替换它。</translation>
    </message>
    <message>
        <source>Choose another name, or take the mark away.</source>
        <translation>换一个名称，或取消只读标记。</translation>
    </message>
    <message>
        <source>The file was saved, but the disk did not confirm it (system code %1): a power cut could still take it away.</source>
        <translation>文件已保存，但磁盘没有确认（系统代码 %1）：如果断电，仍可能丢失。</translation>
    </message>
    <message>
        <source>Save again, or save to another disk.</source>
        <translation>再保存一次，或保存到另一个磁盘。</translation>
    </message>
    <message>
        <source>Use the weights that were trained for this project and these data.</source>
        <translation>使用为这个项目和这份数据训练的权重。</translation>
    </message>
    <message>
        <source>Use weights that were trained with this network.</source>
        <translation>使用由这个网络训练得到的权重。</translation>
    </message>
    <message>
        <source>The file has no weights &quot;%1&quot;; the network needs %2 there.</source>
        <translation>文件中没有权重“%1”；网络在这里需要 %2。</translation>
    </message>
    <message>
        <source>The weights &quot;%1&quot; are %2 in the network and %3 in the file.</source>
        <translation>权重“%1”在网络中是 %2，文件中是 %3。</translation>
    </message>
    <message>
        <source>The file has weights &quot;%1&quot; (%2) that the network has no place for.</source>
        <translation>文件中的权重“%1”（%2）在网络中没有位置。</translation>
    </message>
    <message>
        <source>These weights were trained with another network (its mark is %1, here it is %2).</source>
        <translation>这些权重是用另一个网络训练的（它的标识是 %1，这里是 %2）。</translation>
    </message>
    <message>
        <source>These weights were trained for the classes %1, and the data have %2.</source>
        <translation>这些权重是为类别 %1 训练的，而数据的类别是 %2。</translation>
    </message>
    <message>
        <source>These weights were trained on the columns %1, and the data have %2.</source>
        <translation>这些权重是用列 %1 训练的，而数据的列是 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be null.</source>
        <translation>“%1”应为 null。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be true or false.</source>
        <translation>“%1”应为 true 或 false。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a number.</source>
        <translation>“%1”应为数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be words in quotes.</source>
        <translation>“%1”应为带引号的文字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a list in [ ].</source>
        <translation>“%1”应为 [ ] 中的列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be values with names in { }.</source>
        <translation>“%1”应为 { } 中带名称的值。</translation>
    </message>
    <message>
        <source>Values with names in { } should stand here.</source>
        <translation>这里应为 { } 中带名称的值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here.</source>
        <translation>这里缺少“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a whole number from %2 to %3.</source>
        <translation>“%1”应为 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should lie between %2 and %3.</source>
        <translation>“%1”应在 %2 和 %3 之间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be 16 digits from 0 to 9 and a to f, in quotes.</source>
        <translation>“%1”应为带引号的 16 位十六进制数（0 到 9、a 到 f）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a whole number of 0 or more; above %2 its digits stand in quotes.</source>
        <translation>“%1”应为不小于 0 的整数；大于 %2 时，数字要写在引号里。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is not known here; known are %2.</source>
        <translation>这里没有键“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>The text ends before it is complete.</source>
        <translation>文本还不完整就结束了。</translation>
    </message>
    <message>
        <source>The file may have been cut off; use another copy.</source>
        <translation>文件可能被截断了；换用另一份副本。</translation>
    </message>
    <message>
        <source>Save it again as UTF-8 text.</source>
        <translation>重新保存为 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The text is %1 bytes long: that is more than can be read.</source>
        <translation>文本有 %1 个字节：超出了能读取的长度。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which does not belong here.</source>
        <translation>文件开头有字节顺序标记（BOM），这里不该有。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 without BOM.</source>
        <translation>保存为不带 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>The file is UTF-16 text; UTF-8 is needed.</source>
        <translation>文件是 UTF-16 文本，这里需要 UTF-8。</translation>
    </message>
    <message>
        <source>A zero byte stands here, so this is not a text.</source>
        <translation>这里有一个零字节，所以这不是文本。</translation>
    </message>
    <message>
        <source>Use another copy of the file.</source>
        <translation>换用这个文件的另一份副本。</translation>
    </message>
    <message>
        <source>The bytes here are not UTF-8 text.</source>
        <translation>这里的字节不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This is a web page, not the file itself.</source>
        <translation>这是网页，不是文件本身。</translation>
    </message>
    <message>
        <source>Download the file again.</source>
        <translation>重新下载这个文件。</translation>
    </message>
    <message>
        <source>There are more than %1 values up to here: that is more than can be read.</source>
        <translation>到这里已超过 %1 个值：超出了能读取的数量。</translation>
    </message>
    <message>
        <source>The number %1 is larger or smaller than this program can hold.</source>
        <translation>数 %1 太大或太小，程序存不下。</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep here.</source>
        <translation>这里的值嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice in the same { }.</source>
        <translation>键“%1”在同一个 { } 中出现了两次。</translation>
    </message>
    <message>
        <source>Keep the right one of the two.</source>
        <translation>两个之中留下正确的一个。</translation>
    </message>
    <message>
        <source>There is more text behind the end.</source>
        <translation>结尾之后还有文字。</translation>
    </message>
    <message>
        <source>Take it out, or use another copy.</source>
        <translation>删去它，或换用另一份副本。</translation>
    </message>
    <message>
        <source>%1 is not written as a number in JSON.</source>
        <translation>%1 不是 JSON 中数字的写法。</translation>
    </message>
    <message>
        <source>Numbers look like 12, -0.5 or 1e-3.</source>
        <translation>数字的写法如 12、-0.5 或 1e-3。</translation>
    </message>
    <message>
        <source>%1 does not belong here.</source>
        <translation>%1 不该出现在这里。</translation>
    </message>
    <message>
        <source>Look for a comma, colon, quote or bracket that is missing or too many.</source>
        <translation>看看是不是少了或多了逗号、冒号、引号或括号。</translation>
    </message>
    <message>
        <source>A line break or another control character stands inside quotes.</source>
        <translation>引号里有换行或其他控制字符。</translation>
    </message>
    <message>
        <source>Is the closing quote missing? A line break is written \n.</source>
        <translation>是不是少了后引号？换行要写成 \n。</translation>
    </message>
    <message>
        <source>A backslash is followed here by something that JSON does not know.</source>
        <translation>这里的反斜杠后面是 JSON 不认识的内容。</translation>
    </message>
    <message>
        <source>Write \\ for a backslash itself.</source>
        <translation>反斜杠本身要写成 \\。</translation>
    </message>
    <message>
        <source>This project cannot be saved as it is, because it could not be opened again: %1</source>
        <translation>这个项目不能就这样保存，因为保存之后会打不开：%1</translation>
    </message>
    <message>
        <source>It would be %1 bytes long, and %2 is the most.</source>
        <translation>它会有 %1 个字节，而最多只能有 %2 个。</translation>
    </message>
    <message>
        <source>One of its settings is not a finite number.</source>
        <translation>有一项设置不是有限的数。</translation>
    </message>
    <message>
        <source>Not all of it would come back.</source>
        <translation>有些内容无法恢复。</translation>
    </message>
    <message>
        <source>No weights were saved with this project.</source>
        <translation>这个项目没有保存权重。</translation>
    </message>
    <message>
        <source>Train it, then save it again.</source>
        <translation>先训练，再保存一次。</translation>
    </message>
    <message>
        <source>These are not the weights that were saved with the project.</source>
        <translation>这不是随项目保存的那份权重。</translation>
    </message>
    <message>
        <source>Put the original file back, or train again.</source>
        <translation>放回原来的文件，或重新训练。</translation>
    </message>
    <message>
        <source>The whole number %1 is too large; %2 is the largest.</source>
        <translation>整数 %1 太大；最大为 %2。</translation>
    </message>
    <message>
        <source>A setting should be a number, words in quotes, true or false.</source>
        <translation>设置应为数字、带引号的文字、true 或 false。</translation>
    </message>
    <message>
        <source>There are %1 settings here; %2 is the most.</source>
        <translation>这里有 %1 项设置；最多 %2 项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node: letters, digits and _, a letter first, at most 40.</source>
        <translation>“%1”不能用作节点的名称：用字母、数字和 _，以字母开头，最多 40 个字符。</translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot; in this network.</source>
        <translation>这个网络中没有节点“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port: write the node, a point and the port, as in dense1.out.</source>
        <translation>“%1”不是端口：依次写节点、点和端口，例如 dense1.out。</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is given twice.</source>
        <translation>名称“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The network has %1 nodes; %2 is the most.</source>
        <translation>网络有 %1 个节点；最多 %2 个。</translation>
    </message>
    <message>
        <source>Class %1 does not exist: %2 classes are named, and they count from 0.</source>
        <translation>没有类别 %1：共有 %2 个类别，从 0 开始编号。</translation>
    </message>
    <message>
        <source>The pixels of this drawing are not base64.</source>
        <translation>这幅手绘图的像素不是 base64 编码。</translation>
    </message>
    <message>
        <source>This drawing has %1 pixels; %2 x %3 were promised.</source>
        <translation>这幅手绘图有 %1 个像素；按说明应为 %2 × %3 个。</translation>
    </message>
    <message>
        <source>The shares of the parts are together more than 1.</source>
        <translation>各部分的比例之和超过 1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 values and &quot;step&quot; has %3: they should have as many.</source>
        <translation>“%1”有 %2 个值，“step”有 %3 个：两者应一样多。</translation>
    </message>
    <message>
        <source>This curve has %1 points; %2 is the most.</source>
        <translation>这条曲线有 %1 个点；最多 %2 个。</translation>
    </message>
    <message>
        <source>Step %1 stands behind step %2: steps of a curve should ascend.</source>
        <translation>第 %1 步排在第 %2 步之后：曲线上的步应从小到大。</translation>
    </message>
    <message>
        <source>No run &quot;%1&quot; stands before this one, which branched from it.</source>
        <translation>这次训练由“%1”分支而来，但前面没有那次训练。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a weights file beside the project.</source>
        <translation>“%1”不是项目旁边的权重文件名。</translation>
    </message>
    <message>
        <source>This is not a project: &quot;glassbox&quot; with the file version is missing.</source>
        <translation>这不是项目：缺少“glassbox”，其中应写文件版本。</translation>
    </message>
    <message>
        <source>Open a file that ends in .glassbox.</source>
        <translation>打开以 .glassbox 结尾的文件。</translation>
    </message>
    <message>
        <source>A newer Glassbox saved this project: its file version is %1, and this program reads up to %2.</source>
        <translation>这个项目是由更新的 Glassbox 保存的：文件版本是 %1，这个程序最高能读 %2。</translation>
    </message>
    <message>
        <source>Open it with the newer Glassbox.</source>
        <translation>用更新的 Glassbox 打开它。</translation>
    </message>
    <message>
        <source>The project has %1 runs; %2 is the most.</source>
        <translation>项目中有 %1 次训练；最多 %2 次。</translation>
    </message>
    <message>
        <source>The tensor holds numbers of type %1; only F32, F64, F16 and BF16 are read.</source>
        <translation>张量中的数是 %1 类型；只能读 F32、F64、F16 和 BF16。</translation>
    </message>
    <message>
        <source>Save it as F32.</source>
        <translation>保存为 F32。</translation>
    </message>
    <message>
        <source>The tensor has %1 axes; %2 is the most.</source>
        <translation>张量有 %1 个轴；最多 %2 个。</translation>
    </message>
    <message>
        <source>The tensor has no elements: one of its extents is 0.</source>
        <translation>张量中没有元素：有一维的大小是 0。</translation>
    </message>
    <message>
        <source>The tensor has more elements than this program can hold.</source>
        <translation>张量的元素太多，程序存不下。</translation>
    </message>
    <message>
        <source>&quot;data_offsets&quot; should be two whole numbers: first byte and end.</source>
        <translation>“data_offsets”应为两个整数：首字节和末尾。</translation>
    </message>
    <message>
        <source>The tensor&apos;s range is reversed: it begins at %1 and ends at %2.</source>
        <translation>张量的范围前后颠倒：从 %1 开始，到 %2 结束。</translation>
    </message>
    <message>
        <source>The tensor %1 of type %2 needs %3 bytes, and its range has %4.</source>
        <translation>张量 %1 的类型是 %2，需要 %3 个字节，而它的范围有 %4 个字节。</translation>
    </message>
    <message>
        <source>The file has %1 remarks; %2 is the most.</source>
        <translation>文件有 %1 条备注；最多 %2 条。</translation>
    </message>
    <message>
        <source>The range of %1 begins at %2, inside the one before it, which ends at %3.</source>
        <translation>%1 的范围从 %2 开始，落在前一个张量之内，后者到 %3 才结束。</translation>
    </message>
    <message>
        <source>There is a hole before %1: bytes %2 to %3 belong to no tensor.</source>
        <translation>%1 之前有空隙：第 %2 到 %3 字节不属于任何张量。</translation>
    </message>
    <message>
        <source>The range of %1 ends at %2, and the file holds %3 bytes of numbers.</source>
        <translation>%1 的范围到 %2 结束，而文件中的数只有 %3 个字节。</translation>
    </message>
    <message>
        <source>The tensors end at byte %1 of the numbers, and the file holds %2.</source>
        <translation>各张量到数的第 %1 个字节结束，而文件中的数有 %2 个字节。</translation>
    </message>
    <message>
        <source>The file may have been cut off, or it is not a safetensors file.</source>
        <translation>文件可能被截断了，或者不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>The file has only %1 bytes; 8 come first in a safetensors file.</source>
        <translation>文件只有 %1 个字节；safetensors 文件的开头就要 8 个字节。</translation>
    </message>
    <message>
        <source>The header would be %1 bytes long; %2 is the most.</source>
        <translation>文件头会有 %1 个字节；最多 %2 个。</translation>
    </message>
    <message>
        <source>The header would be %1 bytes long, and the file has %2 behind its length.</source>
        <translation>文件头应有 %1 个字节，而文件在写明长度之后只有 %2 个字节。</translation>
    </message>
    <message>
        <source>The header does not begin with {.</source>
        <translation>文件头不是以 { 开头。</translation>
    </message>
    <message>
        <source>The file has %1 tensors; %2 is the most.</source>
        <translation>文件有 %1 个张量；最多 %2 个。</translation>
    </message>
    <message>
        <source>A number of %1 is too large for 32 bits.</source>
        <translation>%1 中有一个数太大，32 位存不下。</translation>
    </message>
    <message>
        <source>A line that fits</source>
        <translation>拟合一条直线</translation>
    </message>
    <message>
        <source>One weight and one bias learn the line through a cloud of points.</source>
        <translation>一个权重和一个偏置，学出穿过一团点的直线。</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>A single neuron draws the straight border between two clouds.</source>
        <translation>一个神经元在两团点之间画出一条笔直的边界。</translation>
    </message>
    <message>
        <source>The smallest problem that needs a hidden layer.</source>
        <translation>需要隐藏层的最小的问题。</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>两条螺旋线</translation>
    </message>
    <message>
        <source>Two hidden layers bend a border around two spirals; watch what each neuron contributes.</source>
        <translation>两个隐藏层在两条螺旋线之间弯出边界；看看每个神经元贡献了什么。</translation>
    </message>
    <message>
        <source>Digits, one layer</source>
        <translation>数字识别，一层</translation>
    </message>
    <message>
        <source>Softmax regression: each digit gets one weight per pixel, and the weights look like ghosts of the digits.</source>
        <translation>softmax 回归：每个数字对每个像素有一个权重，这些权重看上去像数字的影子。</translation>
    </message>
    <message>
        <source>Digits, one hidden layer</source>
        <translation>数字识别，一个隐藏层</translation>
    </message>
    <message>
        <source>The first network that reads handwriting well: 128 hidden units with dropout.</source>
        <translation>第一个能把手写数字认得很好的网络：128 个隐藏神经元，加上随机失活（dropout）。</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>784-128-64-10: the digit recognizer of the lessons.</source>
        <translation>784-128-64-10：课程中的数字识别网络。</translation>
    </message>
    <message>
        <source>There is no template &quot;%1&quot;; known are %2.</source>
        <translation>没有模板“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a kernel set.</source>
        <translation>“%1”不是计算内核的名称。</translation>
    </message>
    <message>
        <source>Use v2, v3 or v4, or leave the variable unset for the best one.</source>
        <translation>用 v2、v3 或 v4；不设置这个变量，就会用最好的一种。</translation>
    </message>
    <message>
        <source>This processor cannot run the kernel set %1.</source>
        <translation>这个处理器不能运行计算内核 %1。</translation>
    </message>
    <message>
        <source>The best one here is %1; leave the variable unset to use it.</source>
        <translation>这里最好的是 %1；不设置这个变量，就会用它。</translation>
    </message>
    <message>
        <source>cannot take tokens: it needs numbers. Put an Embedding before it.</source>
        <translation>不能接收词元：这里需要数值。在前面加入嵌入层。</translation>
    </message>
    <message>
        <source>slope of the activation</source>
        <translation>激活函数的斜率</translation>
    </message>
    <message>
        <source>%1 applied to one number.</source>
        <translation>对一个数应用 %1。</translation>
    </message>
    <message>
        <source>How steep %1 is here: what share of the gradient it lets through.</source>
        <translation>%1 在这里有多陡：它让多大比例的梯度通过。</translation>
    </message>
    <message>
        <source>The gradient that arrives at the output, times the slope of %1 at this number.</source>
        <translation>传到输出的梯度，乘以 %1 在这个数处的斜率。</translation>
    </message>
    <message>
        <source>cannot add %1 and %2: its inputs must have the same shape.</source>
        <translation>不能把 %1 和 %2 相加：各个输入的形状必须相同。</translation>
    </message>
    <message>
        <source>The sum of the numbers that arrive on the wires.</source>
        <translation>各条连线送来的数之和。</translation>
    </message>
    <message>
        <source>A sum hands its gradient on to every wire unchanged.</source>
        <translation>求和把梯度原样交给每一条连线。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Adds what arrives on its wires, number by number. With a wire past a few layers it makes a residual connection: the gradient has a straight way back.</source>
        <translation>把各条连线送来的数逐个相加。如果有一条连线绕过几层，就成了残差连接：梯度有了一条直接返回的路。</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The loss of one answer: minus the logarithm of the probability given to what is right.</source>
        <translation>一个答案的损失：正确答案的概率取对数，再取负号。</translation>
    </message>
    <message>
        <source>The probability of &quot;yes&quot;.</source>
        <translation>“是”的概率。</translation>
    </message>
    <message>
        <source>The probability of &quot;yes&quot; minus the right answer, divided by how many answers there are.</source>
        <translation>“是”的概率减去正确答案，再除以答案的个数。</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>For yes or no. Takes a logit, turns it into a probability by the sigmoid and measures how surprising the right answer was. ln 2 = 0.693 is what guessing costs.</source>
        <translation>用于判断是或否。它接收一个未归一化的预测值（logit），用 sigmoid 变成概率，再衡量正确答案有多出乎意料。ln 2 = 0.693 是瞎猜的代价。</translation>
    </message>
    <message>
        <source>probability of yes</source>
        <translation>“是”的概率</translation>
    </message>
    <message>
        <source>cannot take a picture: it gets %1 and needs a flat list of numbers.</source>
        <translation>不能直接接收图像：输入是 %1，这里需要一维数据。</translation>
    </message>
    <message>
        <source>Put a Flatten before it</source>
        <translation>在前面加入展平层</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The output of unit %1: each input times its weight, and the bias.</source>
        <translation>神经元 %1 的输出：每个输入乘以自己的权重，加在一起，再加偏置。</translation>
    </message>
    <message>
        <source>How much the loss changes with input %1: every unit that reads it passes its gradient back through the weight between them.</source>
        <translation>输入 %1 改变时，损失变化多少：每个用到它的神经元，都把自己的梯度经过两者之间的权重传回来。</translation>
    </message>
    <message>
        <source>How much the loss changes when the weight from input %1 to unit %2 grows a little: per sample the unit&apos;s gradient times the input.</source>
        <translation>从输入 %1 到神经元 %2 的权重增大一点时，损失变化多少：对每个样本，用神经元的梯度乘以输入。</translation>
    </message>
    <message>
        <source>How much the loss changes when the bias of unit %1 grows a little: the sum of the unit&apos;s gradients.</source>
        <translation>神经元 %1 的偏置增大一点时，损失变化多少：这个神经元的各个梯度之和。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs plus a bias. The basic building block: it can mix anything with anything, and most of a small network&apos;s parameters are here.</source>
        <translation>每个输出都是所有输入的加权和，再加一个偏置。它是最基本的构件：任何输入都可以互相混合，小网络的参数大多在这里。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>How many outputs, each with its own weights. More units can follow finer detail and cost more time.</source>
        <translation>有多少个输出，每个都有自己的权重。神经元越多，能跟上的细节越细，花的时间也越多。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>A number added to each output, so that it need not be 0 when all inputs are 0.</source>
        <translation>加在每个输出上的一个数，这样所有输入都是 0 时，输出不必也是 0。</translation>
    </message>
    <message>
        <source>Fit to data</source>
        <translation>随数据调整</translation>
    </message>
    <message>
        <source>keep the units</source>
        <translation>保持神经元数</translation>
    </message>
    <message>
        <source>as many as classes</source>
        <translation>与类别数相同</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the first weights are drawn. &quot;As set for training&quot; uses the choice in the training settings.</source>
        <translation>初始权重怎样抽取。“按训练设置”表示采用训练设置中的选择。</translation>
    </message>
    <message>
        <source>as set for training</source>
        <translation>按训练设置</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Drawn by chance for this step: 0 drops the number, else it is divided by what share stays.</source>
        <translation>为这一步随机抽取：0 表示丢弃这个数，否则把它除以保留的比例。</translation>
    </message>
    <message>
        <source>The number times its mask: 0 where it is dropped in this step.</source>
        <translation>这个数乘以它的掩码：在这一步被丢弃时为 0。</translation>
    </message>
    <message>
        <source>A dropped number gets no gradient; the others&apos; grows like the number did.</source>
        <translation>被丢弃的数得不到梯度；其余的数放大多少倍，梯度也放大多少倍。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>While training, switches off a random share of the numbers in every step, so that no unit can rely on a single other one. Reduces overfitting; does nothing when the network is used.</source>
        <translation>训练时，每一步随机关闭一部分数，使任何一个神经元都不能只依赖另一个。它能减轻过拟合；使用网络时不起作用。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>失活比例</translation>
    </message>
    <message>
        <source>Which share is switched off in each step; 0.2 to 0.5 is usual, 0 switches the layer off.</source>
        <translation>每一步关闭多大的比例；常用 0.2 到 0.5，设为 0 就关闭这一层。</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>The same number, in a list in place of a picture.</source>
        <translation>同一个数，只是从图像排进了一维列表。</translation>
    </message>
    <message>
        <source>The gradient of the same number in the list.</source>
        <translation>一维列表中同一个数的梯度。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Writes a picture or a sequence as one list of numbers, row after row. Dense layers need it; the numbers stay as they are.</source>
        <translation>把图像或序列一行接一行写成一维列表。全连接层需要这样的输入；数值本身不变。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Where the samples enter. Its shape is that of one sample: 784 numbers, a 1×28×28 picture, 10 time steps of 3 numbers.</source>
        <translation>样本从这里进入网络。它的形状就是一个样本的形状：784 个数、1×28×28 的图像，或 10 个时间步、每步 3 个数。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Extents of one sample, joined by x. Pictures are channels x height x width, sequences time x features.</source>
        <translation>一个样本各维的大小，用 x 连接。图像依次是通道、高、宽，序列依次是时间、特征。</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Numbers, or whole-number tokens for an Embedding.</source>
        <translation>数值，或供嵌入层使用的整数词元。</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Data field</source>
        <translation>数据字段</translation>
    </message>
    <message>
        <source>Which array of the data feeds it, when the data have several inputs.</source>
        <translation>数据有多个输入时，用哪个数组送入这里。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>compares numbers, and gets tokens.</source>
        <translation>比较的是数值，得到的却是词元。</translation>
    </message>
    <message>
        <source>The squared difference between prediction and target.</source>
        <translation>预测与目标之差的平方。</translation>
    </message>
    <message>
        <source>Twice the difference between prediction and target, divided by how many there are.</source>
        <translation>预测与目标之差的两倍，除以数的个数。</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>For numbers. The average of the squared differences between prediction and target: large misses count much more than small ones.</source>
        <translation>用于数值。预测与目标之差的平方，再取平均：差得多的比差得少的分量重得多。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Multiplies the loss. Some texts use 1/2, so that the 2 of the derivative cancels.</source>
        <translation>乘在损失上。有些教材取 1/2，正好与求导得到的 2 抵消。</translation>
    </message>
    <message>
        <source>means</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Mean and deviation are measured on the training part before the first step and do not change then.</source>
        <translation>平均值和标准差在第一步之前由训练集算出，之后不再改变。</translation>
    </message>
    <message>
        <source>How many standard deviations this number lies above the mean of the training data.</source>
        <translation>这个数比训练数据的平均值高多少个标准差。</translation>
    </message>
    <message>
        <source>The gradient divided by the standard deviation.</source>
        <translation>梯度除以标准差。</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Shifts and scales the data so that each feature has mean 0 and deviation 1 on the training part. Features of different size then weigh alike, and training needs fewer steps.</source>
        <translation>平移并缩放数据，使每个特征在训练集上的平均值为 0、标准差为 1。这样，大小不同的特征分量相当，训练需要的步数也更少。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Keeps positive numbers and turns negative ones into 0. Cheap, and its gradient does not shrink: the usual choice for hidden layers.</source>
        <translation>正数保持不变，负数变成 0。计算简单，梯度也不会缩小：隐藏层通常选它。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Turns any number into one between 0 and 1, so that it can be read as a probability. Its slope is at most 1/4: deep stacks of it lose the gradient.</source>
        <translation>把任何数变成 0 和 1 之间的数，因此可以读作概率。它的斜率最大只有 1/4：叠很多层时，梯度会消失。</translation>
    </message>
    <message>
        <source>The exponential of number %1 as a share of the sum of all exponentials.</source>
        <translation>第 %1 个数的指数值（从 0 数起）在所有指数值之和中所占的比例。</translation>
    </message>
    <message>
        <source>Every output depends on every input: each passes its gradient back through its own entry of the Jacobian.</source>
        <translation>每个输出都依赖每个输入：各个输出分别经过雅可比矩阵中对应的元素，把梯度传回来。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Turns a list of numbers into shares that are positive and sum to 1. The loss &quot;softmax cross-entropy&quot; applies it itself: do not put this layer before it.</source>
        <translation>把一列数变成一组比例：全是正数，总和为 1。“Softmax 交叉熵”损失自己会做这一步：不要把这一层放在它前面。</translation>
    </message>
    <message>
        <source>needs one number per class, and gets %1.</source>
        <translation>每个类别需要一个数，得到的是 %1。</translation>
    </message>
    <message>
        <source>needs one number per class, at least two; with one number use binary cross-entropy.</source>
        <translation>每个类别需要一个数，至少两个；只有一个数时，用二元交叉熵。</translation>
    </message>
    <message>
        <source>The loss of one sample: minus the logarithm of the probability given to the right class.</source>
        <translation>一个样本的损失：正确类别的概率取对数，再取负号。</translation>
    </message>
    <message>
        <source>The probability the network gives to class %1.</source>
        <translation>网络给类别 %1 的概率。</translation>
    </message>
    <message>
        <source>This is the right class: the gradient is its probability minus 1, divided by the number of samples.</source>
        <translation>这是正确的类别：梯度是它的概率减 1，再除以样本数。</translation>
    </message>
    <message>
        <source>This class is wrong: the gradient is the probability it was given, divided by the number of samples.</source>
        <translation>这个类别不对：梯度是它得到的概率，除以样本数。</translation>
    </message>
    <message>
        <source>Softmax cross-entropy</source>
        <translation>Softmax 交叉熵</translation>
    </message>
    <message>
        <source>For one of several classes. Takes logits, turns them into probabilities and measures how surprising the right class was: 0 when it got probability 1, ln(classes) when the network only guesses.</source>
        <translation>用于从几个类别中选一个。它接收未归一化的预测值（logits），变成概率，再衡量正确类别有多出乎意料：概率为 1 时损失是 0，网络只是瞎猜时损失是“类别数”的自然对数。</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Bends numbers smoothly into -1 to 1. Good for small networks; far from 0 it is flat and lets little gradient through.</source>
        <translation>把数平滑地压到 −1 和 1 之间。适合小网络；离 0 很远的地方是平的，梯度几乎通不过。</translation>
    </message>
    <message>
        <source>The English page speaks of &quot;%1&quot;; the Chinese page never says %2.</source>
        <translation>英文页面提到“%1”，中文页面却没有出现“%2”。</translation>
    </message>
    <message>
        <source>The Chinese page says %1; the glossary&apos;s word for &quot;%2&quot; is %3.</source>
        <translation>中文页面写的是“%1”；在术语表中，“%2”对应“%3”。</translation>
    </message>
    <message>
        <source>This network has no weight %1.</source>
        <translation>这个网络没有权重 %1。</translation>
    </message>
    <message>
        <source>Least squares need one input and numbers to predict; these data have none.</source>
        <translation>最小二乘需要一个输入和要预测的数值；这份数据里没有。</translation>
    </message>
    <message>
        <source>Least squares are computed for up to %1 inputs and %2 samples; these data have %3 and %4.</source>
        <translation>最小二乘最多能算 %1 个输入和 %2 个样本；这份数据有 %3 个输入和 %4 个样本。</translation>
    </message>
    <message>
        <source>The lesson has no file %1.</source>
        <translation>课程中没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 is not a plain file in the lesson&apos;s folder.</source>
        <translation>%1 不是课程文件夹中的普通文件。</translation>
    </message>
    <message>
        <source>This lesson was written for a newer Glassbox: its version is %1, and this program reads up to %2.</source>
        <translation>这一课是为更新的 Glassbox 编写的：它的版本是 %1，这个程序最高能读 %2。</translation>
    </message>
    <message>
        <source>&quot;block&quot; should be one letter from A to F.</source>
        <translation>“block”应为 A 到 F 中的一个字母。</translation>
    </message>
    <message>
        <source>The lesson names no skill in &quot;skills&quot;.</source>
        <translation>课程没有在“skills”中写明技能。</translation>
    </message>
    <message>
        <source>The lesson has no task.</source>
        <translation>课程中没有任务。</translation>
    </message>
    <message>
        <source>The lesson names no source.</source>
        <translation>课程没有写明来源。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an id: small letters, digits, - and _, at most 60.</source>
        <translation>“%1”不能用作 id：用小写字母、数字、- 和 _，最多 60 个字符。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is given twice.</source>
        <translation>id“%1”出现了两次。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand in &quot;%2&quot;; known are %3.</source>
        <translation>“%1”不能写在“%2”中；可用的有 %3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>A number, words in quotes, true or false should stand here.</source>
        <translation>这里应为数字、带引号的文字、true 或 false。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a project in the lesson&apos;s folder.</source>
        <translation>“%1”不是课程文件夹中的项目名称。</translation>
    </message>
    <message>
        <source>There are no built-in data &quot;%1&quot;; known are %2.</source>
        <translation>没有内置数据“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>A choice needs at least two possibilities.</source>
        <translation>选择题至少要有两个选项。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; has no condition: it could never be solved.</source>
        <translation>任务“%1”没有条件：它永远无法完成。</translation>
    </message>
    <message>
        <source>There is no condition &quot;%1&quot;; known are %2.</source>
        <translation>没有条件“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>The lesson has no question &quot;%1&quot;.</source>
        <translation>课程中没有问题“%1”。</translation>
    </message>
    <message>
        <source>The question &quot;%1&quot; has no choice &quot;%2&quot;.</source>
        <translation>问题“%1”没有选项“%2”。</translation>
    </message>
    <message>
        <source>The question &quot;%1&quot; is answered in another way: its kind and this one should be the same.</source>
        <translation>问题“%1”的回答方式不同：它的 kind 应与这里的一致。</translation>
    </message>
    <message>
        <source>The address &quot;%1&quot; should begin with https://.</source>
        <translation>地址“%1”应以 https:// 开头。</translation>
    </message>
    <message>
        <source>%1 has no block &quot;%2&quot;.</source>
        <translation>%1 中没有块“%2”。</translation>
    </message>
    <message>
        <source>Write ::: %1, its text, and ::: behind it.</source>
        <translation>先写 ::: %1，再写内容，最后写 :::。</translation>
    </message>
    <message>
        <source>lesson.json has no task &quot;%1&quot;.</source>
        <translation>lesson.json 中没有任务“%1”。</translation>
    </message>
    <message>
        <source>lesson.json has no question &quot;%1&quot;.</source>
        <translation>lesson.json 中没有问题“%1”。</translation>
    </message>
    <message>
        <source>The choices here are &quot;%1&quot;; in lesson.json they are &quot;%2&quot;.</source>
        <translation>这里的选项是“%1”；lesson.json 中是“%2”。</translation>
    </message>
    <message>
        <source>%1 shows no picture; a lesson has at least one.</source>
        <translation>%1 中没有图片；一课至少要有一张。</translation>
    </message>
    <message>
        <source>%1 is not an SVG drawing.</source>
        <translation>%1 不是 SVG 图。</translation>
    </message>
    <message>
        <source>%1 holds &quot;%2&quot;; a lesson&apos;s drawing may only draw.</source>
        <translation>%1 中有“%2”；课程的图只能用来画图。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be listed: %2.</source>
        <translation>列不出文件夹 %1 的内容：%2。</translation>
    </message>
    <message>
        <source>Another lesson in this folder has the id &quot;%1&quot; too.</source>
        <translation>这个文件夹中另一课的 id 也是“%1”。</translation>
    </message>
    <message>
        <source>Another lesson in this folder has the number %1 too.</source>
        <translation>这个文件夹中另一课的编号也是 %1。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>把文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>A page has one title; use ## for its sections.</source>
        <translation>一个页面只有一个标题；各节用 ##。</translation>
    </message>
    <message>
        <source>A control character stands here.</source>
        <translation>这里有一个控制字符。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>删去它。</translation>
    </message>
    <message>
        <source>A hidden mark that changes the reading direction stands here.</source>
        <translation>这里有一个改变阅读方向的隐藏标记。</translation>
    </message>
    <message>
        <source>A page begins with its title: # and a space, then the words.</source>
        <translation>页面以标题开头：先写 # 和一个空格，再写文字。</translation>
    </message>
    <message>
        <source>This ::: closes a block, but none is open.</source>
        <translation>这个 ::: 用来结束一个块，但前面没有打开的块。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; is still open here.</source>
        <translation>到这里，块“%1”还没有结束。</translation>
    </message>
    <message>
        <source>Close it with ::: on a line of its own.</source>
        <translation>另起一行，只写 ::: 来结束它。</translation>
    </message>
    <message>
        <source>There is no block &quot;%1&quot;; known are %2.</source>
        <translation>没有块“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>Behind &quot;%1&quot; its id should stand: small letters, digits and _, at most 40.</source>
        <translation>“%1”后面应写它的 id：用小写字母、数字和 _，最多 40 个字符。</translation>
    </message>
    <message>
        <source>Behind the id of a hint its grade should stand: 1, 2 or 3.</source>
        <translation>提示的 id 后面应写级别：1、2 或 3。</translation>
    </message>
    <message>
        <source>Behind the id of a task its title should stand.</source>
        <translation>任务的 id 后面应写标题。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not belong here.</source>
        <translation>“%1”不该出现在这里。</translation>
    </message>
    <message>
        <source>This block stands twice on the page.</source>
        <translation>这个块在页面上出现了两次。</translation>
    </message>
    <message>
        <source>A choice begins with its key in brackets: small letters, digits and _.</source>
        <translation>选项以括号中的键开头：用小写字母、数字和 _。</translation>
    </message>
    <message>
        <source>The choice &quot;%1&quot; has no words.</source>
        <translation>选项“%1”没有文字。</translation>
    </message>
    <message>
        <source>The choice &quot;%1&quot; stands twice.</source>
        <translation>选项“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The code that begins here is not closed.</source>
        <translation>从这里开始的代码没有结束。</translation>
    </message>
    <message>
        <source>Close it with ``` on a line of its own.</source>
        <translation>另起一行，只写 ``` 来结束它。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; that begins here is not closed.</source>
        <translation>从这里开始的块“%1”没有结束。</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>页面是空的。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; has no text.</source>
        <translation>块“%1”没有内容。</translation>
    </message>
    <message>
        <source>A page takes no HTML, so a &lt; outside code and formulas is written \&lt;.</source>
        <translation>页面中不能用 HTML，所以代码和公式之外的 &lt; 要写成 \&lt;。</translation>
    </message>
    <message>
        <source>Footnotes are not shown in the lab.</source>
        <translation>实验室不显示脚注。</translation>
    </message>
    <message>
        <source>Put the remark into the text.</source>
        <translation>把这段说明写进正文。</translation>
    </message>
    <message>
        <source>The code that begins with this ` does not close on its line.</source>
        <translation>以这个 ` 开始的代码在这一行没有结束。</translation>
    </message>
    <message>
        <source>The formula that begins with this $ does not close on its line.</source>
        <translation>以这个 $ 开始的公式在这一行没有结束。</translation>
    </message>
    <message>
        <source>A dollar sign in the text is written \$.</source>
        <translation>正文中的美元符号要写成 \$。</translation>
    </message>
    <message>
        <source>This formula is empty.</source>
        <translation>这个公式是空的。</translation>
    </message>
    <message>
        <source>A picture is written ![what it shows](file.svg).</source>
        <translation>图片写成 ![图片的内容](file.svg)。</translation>
    </message>
    <message>
        <source>This picture needs words between [ and ] for readers who cannot see it.</source>
        <translation>这张图片的 [ 和 ] 之间要有文字，说给看不到图的读者。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a picture in the lesson&apos;s folder: letters, digits, - and _, ending in .svg, without a path.</source>
        <translation>“%1”不是课程文件夹中的图片文件名：用字母、数字、- 和 _，以 .svg 结尾，不带路径。</translation>
    </message>
    <message>
        <source>The link that begins here is not closed by a round bracket.</source>
        <translation>从这里开始的链接没有用圆括号结束。</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads nowhere that a lesson may lead: it is https:// or lab: and one of %2.</source>
        <translation>链接“%1”通向课程不能去的地方：链接应为 https://，或 lab: 加上以下之一：%2。</translation>
    </message>
    <message>
        <source>This } closes nothing in the formula.</source>
        <translation>公式中的这个 } 没有与它配对的括号。</translation>
    </message>
    <message>
        <source>The lab does not know the formula command \%1.</source>
        <translation>实验室不认识公式命令 \%1。</translation>
    </message>
    <message>
        <source>This \right has no \left.</source>
        <translation>这个 \right 没有对应的 \left。</translation>
    </message>
    <message>
        <source>The lab does not know the formula environment &quot;%1&quot;.</source>
        <translation>实验室不认识公式环境“%1”。</translation>
    </message>
    <message>
        <source>This \end{%1} closes nothing in the formula.</source>
        <translation>公式中的这个 \end{%1} 没有对应的开头。</translation>
    </message>
    <message>
        <source>In this formula %1 is not closed.</source>
        <translation>这个公式中的 %1 没有结束。</translation>
    </message>
    <message>
        <source>A newer Glassbox saved this progress: its version is %1, and this program reads up to %2.</source>
        <translation>这份学习进度是由更新的 Glassbox 保存的：它的版本是 %1，这个程序最高能读 %2。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>The largest value that passes.</source>
        <translation>能通过的最大值。</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>The smallest value that passes.</source>
        <translation>能通过的最小值。</translation>
    </message>
    <message>
        <source>This condition has no bound: give &quot;at_most&quot; or &quot;at_least&quot;.</source>
        <translation>这个条件没有界限：写上“at_most”或“at_least”。</translation>
    </message>
    <message>
        <source>No number is at least %1 and at most %2.</source>
        <translation>没有哪个数既不小于 %1 又不大于 %2。</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Training R2</source>
        <translation>训练 R²</translation>
    </message>
    <message>
        <source>Validation R2</source>
        <translation>验证 R²</translation>
    </message>
    <message>
        <source>Test R2</source>
        <translation>测试 R²</translation>
    </message>
    <message>
        <source>Least squares give a training loss to compare with: use metric &quot;loss&quot; and part &quot;train&quot;.</source>
        <translation>最小二乘给出的是训练损失，只能与它比较：metric 用“loss”，part 用“train”。</translation>
    </message>
    <message>
        <source>Distance of %1 from its best value</source>
        <translation>%1 与最佳值之差</translation>
    </message>
    <message>
        <source>Distance of %1 from %2</source>
        <translation>%1 与 %2 之差</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数个数</translation>
    </message>
    <message>
        <source>Layers with weights</source>
        <translation>带权重的层数</translation>
    </message>
    <message>
        <source>Layers of type %1</source>
        <translation>类型为 %1 的层数</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏神经元数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练次数</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动设置</translation>
    </message>
    <message>
        <source>by training</source>
        <translation>由训练得到</translation>
    </message>
    <message>
        <source>by hand and by training</source>
        <translation>手动设置加训练</translation>
    </message>
    <message>
        <source>How the weights were found</source>
        <translation>权重来历</translation>
    </message>
    <message>
        <source>of this lesson</source>
        <translation>本课的数据</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更换</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Which question of the lesson.</source>
        <translation>课程中的哪一个问题。</translation>
    </message>
    <message>
        <source>A figure of the model as it is now lies within bounds.</source>
        <translation>模型当前的一项指标在界限之内。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is measured.</source>
        <translation>测量什么。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>R2</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>数据部分</translation>
    </message>
    <message>
        <source>On which part of the data.</source>
        <translation>在数据的哪一部分上测量。</translation>
    </message>
    <message>
        <source>training set</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation set</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Relative to</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>The bounds are multiples of this.</source>
        <translation>界限是它的多少倍。</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>least-squares loss</source>
        <translation>最小二乘的损失</translation>
    </message>
    <message>
        <source>One weight lies near a value, or near its least-squares value.</source>
        <translation>一个权重接近某个值，或接近它的最小二乘值。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Such as dense1.weight[0,0].</source>
        <translation>例如 dense1.weight[0,0]。</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>What the page calls it.</source>
        <translation>页面上怎样称呼它。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What it should be near.</source>
        <translation>它应接近什么。</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>某个值</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Used with the target &quot;value&quot;.</source>
        <translation>目标为“value”时使用。</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>The largest distance that passes.</source>
        <translation>能通过的最大差距。</translation>
    </message>
    <message>
        <source>Something that is counted lies within bounds.</source>
        <translation>某个数出来的量在界限之内。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>计数对象</translation>
    </message>
    <message>
        <source>What is counted.</source>
        <translation>数的是什么。</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>隐藏神经元</translation>
    </message>
    <message>
        <source>steps of this run</source>
        <translation>这次训练的步数</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>训练次数</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Of layers: which type; without it all that have weights.</source>
        <translation>数层时：哪一种类型；不写就数所有带权重的层。</translation>
    </message>
    <message>
        <source>A training setting had a value during the whole run.</source>
        <translation>在整个训练过程中，一项训练设置一直是某个值。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A key of the training settings, such as rate.</source>
        <translation>训练设置的键，例如 rate。</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>The value, as on the command line.</source>
        <translation>它的值，写法与命令行相同。</translation>
    </message>
    <message>
        <source>The weights were set by hand before any step, or found by training from the initial weights.</source>
        <translation>权重是在第一步之前手动设置的，或从初始权重出发由训练得到。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>How.</source>
        <translation>怎样得到。</translation>
    </message>
    <message>
        <source>The data are the ones the lesson began with.</source>
        <translation>数据就是课程开始时的那份数据。</translation>
    </message>
    <message>
        <source>A question was answered with a number.</source>
        <translation>用一个数回答了问题。</translation>
    </message>
    <message>
        <source>The right answer.</source>
        <translation>正确的答案。</translation>
    </message>
    <message>
        <source>A question was answered with a choice.</source>
        <translation>用一个选项回答了问题。</translation>
    </message>
    <message>
        <source>The key of the right choice.</source>
        <translation>正确选项的键。</translation>
    </message>
    <message>
        <source>The lesson keeps no figures for this task: &quot;measured&quot; should say seeds %1, passed %2, init %3.</source>
        <translation>课程没有为这个任务留下实测结果：“measured”应写 seeds %1、passed %2、init %3。</translation>
    </message>
    <message>
        <source>The lesson says %1 of %2 seeds with %3; now it is %4 of %5 with %6.</source>
        <translation>课程中写的是：用 %3 时，%2 个随机种子中有 %1 个通过；现在用 %6 时，%5 个中有 %4 个通过。</translation>
    </message>
    <message>
        <source>The lab cannot be set up: %1</source>
        <translation>实验室没能准备好：%1</translation>
    </message>
    <message>
        <source>With seed %1 the task is solved before anything was done.</source>
        <translation>随机种子为 %1 时，什么都没做，任务就已经完成了。</translation>
    </message>
    <message>
        <source>With seed %1 the model answer cannot be carried out: %2</source>
        <translation>随机种子为 %1 时，参考解法执行不下去：%2</translation>
    </message>
    <message>
        <source>The model answer passes with %1 of %2 seeds.</source>
        <translation>在 %2 个随机种子中，参考解法通过了 %1 个。</translation>
    </message>
    <message>
        <source>The model answer passes although it was broken (%1).</source>
        <translation>参考解法被改坏之后（%1）仍然通过。</translation>
    </message>
    <message>
        <source>The page %1 has %2 words; a lesson has %3 to %4.</source>
        <translation>页面 %1 有 %2 个词；一课应有 %3 到 %4 个词。</translation>
    </message>
    <message>
        <source>The page %1 has no formula.</source>
        <translation>页面 %1 没有公式。</translation>
    </message>
    <message>
        <source>%1 cannot be explained yet.</source>
        <translation>“%1”还没有解释。</translation>
    </message>
    <message>
        <source>Several layers read this number: the gradients they pass back are added.</source>
        <translation>有几个层用到这个数：它们传回的梯度要加在一起。</translation>
    </message>
    <message>
        <source>The trace has no array &quot;%1&quot;.</source>
        <translation>这份记录中没有数组“%1”。</translation>
    </message>
    <message>
        <source>The mean of the losses of all items.</source>
        <translation>各项损失的平均值。</translation>
    </message>
    <message>
        <source>The weight moves against its gradient, by the learning rate times the gradient.</source>
        <translation>权重逆着梯度移动，移动的量是学习率乘以梯度。</translation>
    </message>
    <message>
        <source>There is no array &quot;%1&quot;; %2 has %3.</source>
        <translation>没有数组“%1”；%2 有 %3。</translation>
    </message>
    <message>
        <source>%1 lies outside: %2 has the shape %3, numbered from 0.</source>
        <translation>%1 超出了范围：%2 的形状是 %3，从 0 开始编号。</translation>
    </message>
    <message>
        <source>This number comes from the data.</source>
        <translation>这个数来自数据。</translation>
    </message>
    <message>
        <source>%1 is not trained: it has no gradient.</source>
        <translation>%1 不参与训练：它没有梯度。</translation>
    </message>
    <message>
        <source>random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>loss of each item</source>
        <translation>每一项的损失</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>gradient of the loss in the output</source>
        <translation>损失对输出的梯度</translation>
    </message>
    <message>
        <source>gradient passed back through a wire</source>
        <translation>经过连线传回的梯度</translation>
    </message>
    <message>
        <source>A step needs at least one sample.</source>
        <translation>一步至少需要一个样本。</translation>
    </message>
    <message>
        <source>There is no sample %1: the data have %2, numbered from 0.</source>
        <translation>没有样本 %1：数据共有 %2 个，从 0 开始编号。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an element: write the name of an array and an index, such as dense1.weight[1,2].</source>
        <translation>“%1”不是元素：写出数组的名称和下标，例如 dense1.weight[1,2]。</translation>
    </message>
    <message>
        <source>%1 now has %2 units, one for each class of the data.</source>
        <translation>“%1”现在有 %2 个神经元，数据的每个类别各一个。</translation>
    </message>
    <message>
        <source>The data have no training samples.</source>
        <translation>数据中没有训练样本。</translation>
    </message>
    <message>
        <source>%1 expects tokens, and the data hold numbers.</source>
        <translation>“%1”需要词元，而数据是数值。</translation>
    </message>
    <message>
        <source>%1 expects numbers, and the data hold tokens.</source>
        <translation>“%1”需要数值，而数据是词元。</translation>
    </message>
    <message>
        <source>%1 has the shape %2, and one sample of the data has %3.</source>
        <translation>“%1”的形状是 %2，而数据中一个样本的形状是 %3。</translation>
    </message>
    <message>
        <source>Set the input&apos;s shape to %1 or open other data.</source>
        <translation>把输入的形状设为 %1，或打开别的数据。</translation>
    </message>
    <message>
        <source>%1 compares numbers, and the data have %2 classes.</source>
        <translation>“%1”比较的是数值，而数据有 %2 个类别。</translation>
    </message>
    <message>
        <source>Use softmax cross-entropy for classes.</source>
        <translation>类别用 Softmax 交叉熵。</translation>
    </message>
    <message>
        <source>The network gives %1 numbers per sample, and the data have %2 to compare them with.</source>
        <translation>网络对每个样本给出 %1 个数，而数据中供比较的有 %2 个。</translation>
    </message>
    <message>
        <source>%1 expects classes, and the data have numbers to be met.</source>
        <translation>“%1”需要类别，而数据的目标是数值。</translation>
    </message>
    <message>
        <source>Use the mean squared error for numbers.</source>
        <translation>数值用均方误差。</translation>
    </message>
    <message>
        <source>The network gives %1 answers per sample, and the data have %2.</source>
        <translation>网络对每个样本给出 %1 个答案，而数据有 %2 个。</translation>
    </message>
    <message>
        <source>%1 is for two classes, and the data have %2.</source>
        <translation>“%1”用于两个类别，而数据有 %2 个。</translation>
    </message>
    <message>
        <source>Use softmax cross-entropy with one output per class.</source>
        <translation>用 Softmax 交叉熵，每个类别一个输出。</translation>
    </message>
    <message>
        <source>The network has %1 outputs, and the data have %2 classes.</source>
        <translation>网络有 %1 个输出，而数据有 %2 个类别。</translation>
    </message>
    <message>
        <source>Give the last layer %1 units.</source>
        <translation>把最后一层的神经元数设为 %1。</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Takes all training samples for every step: the exact gradient, one step per epoch.</source>
        <translation>每一步都用全部训练样本：梯度是精确的，每轮（epoch）只走一步。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Gradient descent on mini-batches: a noisy gradient, many cheap steps per epoch.</source>
        <translation>在小批量上做梯度下降：梯度带噪声，但每轮（epoch）能走很多步，每步都很省。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>SGD with inertia: steps in the same direction add up, zigzags cancel.</source>
        <translation>带惯性的 SGD：方向相同的步子累加，来回摆动的步子抵消。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Gives every weight its own step size from running means of its gradient and squared gradient. Forgiving about the rate; 0.001 is the usual start.</source>
        <translation>根据梯度和梯度平方的滑动平均，给每个权重各自的步长。对学习率不太挑剔；通常从 0.001 开始。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that turns gradients into changes of the weights.</source>
        <translation>把梯度变成权重改变量的规则。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes. Too small: nothing moves; too large: the loss jumps or grows without end.</source>
        <translation>每一步走多远。太小：几乎不动；太大：损失来回跳动，或不断增大。</translation>
    </message>
    <message>
        <source>What share of the last step&apos;s movement is kept. 0.9 is usual; it smooths the way through narrow valleys.</source>
        <translation>上一步的移动保留多大的比例。常用 0.9；在狭窄的山谷里，它让路走得更平稳。</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the gradients forgets.</source>
        <translation>Adam 的梯度平均值忘得有多慢。</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Adds L2 times the weight to its gradient: large weights are pulled towards 0. Weights only, not biases.</source>
        <translation>在权重的梯度上加 L2 乘以权重：大的权重被拉向 0。只用于权重，不用于偏置。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>After each step moves every weight towards 0 by rate times L1 and stops there, so that zeros are exact. Weights only, not biases.</source>
        <translation>每一步之后，把每个权重向 0 移动，移动的量是学习率乘以 L1，到 0 就停，所以能得到恰好为零的权重。只用于权重，不用于偏置。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Samples per step. Small batches give noisy gradients and many steps, large ones smooth gradients and few. Gradient descent takes all.</source>
        <translation>每一步用多少个样本。批量小，梯度有噪声，步数多；批量大，梯度平稳，步数少。梯度下降每步用全部样本。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Stops after so many passes over the training part; 0 sets no limit.</source>
        <translation>把训练集过这么多轮（epoch）之后停止；0 表示不限。</translation>
    </message>
    <message>
        <source>Stops after so many steps; 0 sets no limit.</source>
        <translation>走这么多步之后停止；0 表示不限。</translation>
    </message>
    <message>
        <source>Stop at loss</source>
        <translation>停止损失</translation>
    </message>
    <message>
        <source>Stops when the mean training loss of an epoch is below; 0 never stops.</source>
        <translation>一轮（epoch）的平均训练损失低于这个值时停止；0 表示从不因此停止。</translation>
    </message>
    <message>
        <source>How the first weights are drawn. Their size decides whether signals and gradients survive many layers. Biases start at 0.</source>
        <translation>初始权重怎样抽取。它们的大小决定信号和梯度能否穿过许多层。偏置从 0 开始。</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱顺序</translation>
    </message>
    <message>
        <source>Draws a new order of the training samples in every epoch.</source>
        <translation>每一轮（epoch）重新抽取训练样本的顺序。</translation>
    </message>
    <message>
        <source>Same results on every computer</source>
        <translation>在任何计算机上结果都相同</translation>
    </message>
    <message>
        <source>Uses only arithmetic that every x86-64 computer does alike. Slower; on when grading.</source>
        <translation>只用所有 x86-64 计算机上结果都一样的运算。速度较慢；评分时会打开。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides all that is drawn by chance.</source>
        <translation>决定一切随机抽取的结果。</translation>
    </message>
    <message>
        <source>Training stopped at step %1: the output of %2 is not a number. The rate %3 is the likely cause.</source>
        <translation>训练停在第 %1 步：“%2”的输出不是数。很可能是学习率 %3 过大。</translation>
    </message>
    <message>
        <source>Reset and try a rate ten times smaller.</source>
        <translation>回到初始权重，把学习率减到十分之一再试。</translation>
    </message>
    <message>
        <source>There are no data to train on: choose a data set first.</source>
        <translation>没有可以训练的数据：先选择一个数据集。</translation>
    </message>
    <message>
        <source>The start weights do not fit this network.</source>
        <translation>初始权重与这个网络不符。</translation>
    </message>
    <message>
        <source>%1: </source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a way in which a run ends.</source>
        <translation>“%1”不是训练结束的一种方式。</translation>
    </message>
    <message>
        <source>The file has no optimizer state &quot;%1&quot; of shape %2.</source>
        <translation>文件中没有形状为 %2 的优化器状态“%1”。</translation>
    </message>
    <message>
        <source>It was saved with another optimizer: choose that one, or start a new run.</source>
        <translation>保存时用的是另一种优化器：请换回那一种，或重新开始训练。</translation>
    </message>
    <message>
        <source>The file holds optimizer state that this run has no place for.</source>
        <translation>文件中的优化器状态多于这次训练所需。</translation>
    </message>
    <message>
        <source>%1 now has the shape %2 of the data.</source>
        <translation>%1 的形状已按数据改为 %2。</translation>
    </message>
    <message>
        <source>Set the shape to %1</source>
        <translation>把形状改为 %1</translation>
    </message>
    <message>
        <source>Give it %1 units</source>
        <translation>改为 %1 个神经元</translation>
    </message>
    <message>
        <source>The saved training state does not fit this network and optimizer.</source>
        <translation>保存的训练状态与这个网络和优化器不相符。</translation>
    </message>
    <message>
        <source>This lesson keeps the network fixed.</source>
        <translation>本课锁定了网络结构。</translation>
    </message>
    <message>
        <source>This lesson keeps the data fixed.</source>
        <translation>本课锁定了数据。</translation>
    </message>
    <message>
        <source>In this lesson the weights change by training only.</source>
        <translation>本课中，权重只能由训练改变。</translation>
    </message>
    <message>
        <source>This lesson keeps the seed fixed.</source>
        <translation>本课锁定了随机种子。</translation>
    </message>
    <message>
        <source>This lesson keeps the pace fixed.</source>
        <translation>本课锁定了速度。</translation>
    </message>
    <message>
        <source>This lesson keeps the setting &quot;%1&quot; fixed.</source>
        <translation>本课锁定了“%1”这项设置。</translation>
    </message>
    <message>
        <source>This answer changes &quot;%1&quot;, which the set-up locks or hides: a learner could not do it.</source>
        <translation>这个答案改动了“%1”，而 setup 已把它锁定或隐藏：学习者做不到。</translation>
    </message>
    <message>
        <source>With &quot;as many as classes&quot; (auto) the number of units follows the number of classes when other data are opened; the lab says so.</source>
        <translation>选“与类别数相同”（auto）时，打开别的数据后，神经元数会跟着类别数改变；实验室会说明这一点。</translation>
    </message>
    <message>
        <source>It may hold the files of the MNIST family (train-images-idx3-ubyte and so on), those of CIFAR-10 (data_batch_1.bin and so on), or a folder of pictures for each class.</source>
        <translation>文件夹里可以是 MNIST 系列的文件（train-images-idx3-ubyte 等）、CIFAR-10 的文件（data_batch_1.bin 等），或者每个类别一个图片文件夹。</translation>
    </message>
    <message>
        <source>Open a table (CSV), a text, IDX files, or a folder of pictures.</source>
        <translation>请打开表格（CSV）、文本、IDX 文件或图片文件夹。</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Numbers between 0 and 1, two of them marked, one in each half: say the sum of the two. Who always says 1 has a mean squared error of 1/6 = 0.167; below that the network has begun to look at the marks. A classic test of long memories.</source>
        <translation>一串 0 到 1 之间的数，前后两半各有一个数带标记：求这两个数之和。永远回答 1，均方误差是 1/6 = 0.167；低于它，说明网络开始看标记了。这是检验长期记忆的经典任务。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Steps of a sequence.</source>
        <translation>一个序列有多少个时间步。</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号</translation>
    </message>
    <message>
        <source>Is every bracket closed, and in the right order? The broken ones differ from a good one in a single place, and in half of them even the counts are right: the network has to keep in mind what is open.</source>
        <translation>括号是否都按正确的顺序闭合了？错误的序列与正确的只差一处，其中一半连各种括号的个数都对得上：网络必须记住哪些括号还开着。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Pairs of brackets in a sequence.</source>
        <translation>一个序列里有多少对括号。</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kinds of brackets: ( ), [ ] and { }. With one kind counting is enough.</source>
        <translation>括号的种类：( )、[ ] 和 { }。只有一种时，数个数就够了。</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>起伏</translation>
    </message>
    <message>
        <source>Hills and hollows in turn, spread over the plane. A plane cannot fit them; the more of them there are and the narrower they are, the more hidden units are needed.</source>
        <translation>平面上交替分布着山丘和洼地。用一个平面拟合不了它们；山丘和洼地越多、越窄，需要的隐藏单元就越多。</translation>
    </message>
    <message>
        <source>How many hills and hollows there are; where they lie follows from the seed.</source>
        <translation>山丘和洼地的总数；它们的位置由随机种子决定。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Standard deviation of a hill: how wide it is. Narrow ones are hard to find.</source>
        <translation>山丘的标准差，也就是它有多宽。窄的很难找到。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>A sequence of chance numbers; what was read some steps ago is to be said now. Everything between is noise, so the network has to carry one number through it. Make the delay longer and find where each kind of memory gives up.</source>
        <translation>一串随机数；现在要说出若干步之前读到的那个数。中间的全是噪声，网络必须带着这一个数穿过去。把延迟加长，看看每种记忆到哪里就撑不住了。</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>How many steps lie between reading and saying.</source>
        <translation>从读到到说出，中间隔多少步。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Bits are -1 or 1 and the answer is one of two classes; numbers lie between -1 and 1 and are to be met.</source>
        <translation>比特取 -1 或 1，答案是两类之一；数在 -1 到 1 之间，要尽量接近它。</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Once: after the last step, about the first. At every step: about the step that lies the delay before; a mask leaves out the steps before there is one.</source>
        <translation>只答一次：最后一步之后，回答第一步的内容。每步都答：回答一个延迟之前的那一步；还没有可回答的步由掩码略去。</translation>
    </message>
    <message>
        <source>once, at the end</source>
        <translation>只在最后答一次</translation>
    </message>
    <message>
        <source>at every step</source>
        <translation>每一步都答</translation>
    </message>
    <message>
        <source>Round clouds side by side, one for each class. Straight lines part them, so one neuron for each class is enough (of two classes a single one); where the clouds overlap nobody can be always right.</source>
        <translation>并排的几团圆形的点，每个类别一团。直线就能把它们分开，所以每个类别一个神经元就够了（两个类别时只要一个）；在重叠的地方，谁也不可能总是判对。</translation>
    </message>
    <message>
        <source>A sample is a word, and the target one of the words beside it in the same sentence.</source>
        <translation>一个样本是一个词，目标是同一句中它旁边的一个词。</translation>
    </message>
    <message>
        <source>Each word is a token, %1 in all. The first sentence: %2</source>
        <translation>每个词是一个词元，共 %1 个。第一句：%2</translation>
    </message>
    <message>
        <source>Toy grammar</source>
        <translation>玩具语法</translation>
    </message>
    <message>
        <source>Short sentences about persons, animals and food, made by a small grammar. What stands beside a word depends on what it means, so embeddings learned from it put like words together, and king - man + woman is queen.</source>
        <translation>由一套小语法造出的短句，说的是人、动物和食物。一个词旁边出现什么，取决于它的意思，所以从中学到的嵌入会把相近的词放在一起，并且“国王 - 男人 + 女人 = 王后”。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The same grammar in English or Chinese.</source>
        <translation>同一套语法，英文或中文。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子数</translation>
    </message>
    <message>
        <source>How many sentences are made. More of them give steadier embeddings.</source>
        <translation>造多少个句子。句子越多，嵌入越稳定。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>What is learned. Neighbours: a word, and which words stand beside it (skip-gram), for embeddings. Next word: windows of the text, for a small GPT.</source>
        <translation>学什么。邻近词：给出一个词，预测它旁边有哪些词（skip-gram），用来学嵌入。下一个词：文本的窗口，用来训练小型 GPT。</translation>
    </message>
    <message>
        <source>neighbours of a word</source>
        <translation>邻近的词</translation>
    </message>
    <message>
        <source>next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Of neighbours: how many words to each side count as beside.</source>
        <translation>用于“邻近的词”：左右各多少个词算作邻近。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Of the next word: tokens in one window.</source>
        <translation>用于“下一个词”：一个窗口有多少个词元。</translation>
    </message>
    <message>
        <source>Letters of a word.</source>
        <translation>一个词有多少个字母。</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>How many different letters there are.</source>
        <translation>一共有多少种不同的字母。</translation>
    </message>
    <message>
        <source>At each position: for attention, which sees the whole word at once. After reading: the word first, then as many steps to answer; for recurrent layers, which must have read it all. A mask counts only the answer.</source>
        <translation>逐位置回答：适合注意力，它一次看到整个词。读完再答：先读词，再用同样多的步来回答；适合循环层，它必须先读完。掩码只让回答的部分计入损失。</translation>
    </message>
    <message>
        <source>at each position</source>
        <translation>逐位置</translation>
    </message>
    <message>
        <source>after reading</source>
        <translation>读完再答</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Empty steps between reading and answering, where the answer comes after reading.</source>
        <translation>读完再答时，读与答之间空出的步数。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复述</translation>
    </message>
    <message>
        <source>A word of letters is read and then to be said again. How many letters, and how long a pause, does a memory of a given size hold?</source>
        <translation>读入一个由字母组成的词，再原样说出来。给定大小的记忆能记住多少个字母、撑过多长的停顿？</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>A word of letters is to be said backwards. One attention head learns to look at the mirrored position, and its map shows it; without positions it cannot.</source>
        <translation>把一个词倒着说出来。一个注意力头就能学会看对称的位置，注意力图上看得很清楚；去掉位置信息就做不到了。</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The letters of a word are to be said in the order of the alphabet. Here it is what the letters are that decides where to look, and not where they stand.</source>
        <translation>按字母表的顺序说出词里的字母。这里决定看哪里的是字母本身，而不是它的位置。</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月牙</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other. A straight line gets most points right, a bent one all; with few points and much noise a large network learns them by heart.</source>
        <translation>两个互相伸入的半圆。一条直线能分对大部分点，一条弯曲的线能全部分对；点少而噪声大时，大网络会把它们死记下来。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to both coordinates. Above 0.15 the moons touch.</source>
        <translation>加在两个坐标上的噪声的标准差。超过 0.15 时，两个月牙会相接。</translation>
    </message>
    <message>
        <source>%1 different names, one a line; each character is a token. The names at the end of the list are the test part.</source>
        <translation>%1 个互不相同的名字，一行一个；每个字符是一个词元。排在最后的名字用作测试集。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Made-up names, one a line, from which a model learns to make up more. English ones are built of syllables, Chinese ones of a surname and one or two characters; whether a new name keeps these rules can be checked.</source>
        <translation>编造的名字，一行一个，模型从中学会编出更多的名字。英文名由音节拼成，中文名由姓加一两个字组成；新名字是否符合这些规则是可以检查的。</translation>
    </message>
    <message>
        <source>Letters or Chinese characters.</source>
        <translation>英文字母或汉字。</translation>
    </message>
    <message>
        <source>How many different names are made.</source>
        <translation>造多少个互不相同的名字。</translation>
    </message>
    <message>
        <source>Tokens in one window: how far back the model can look. Attention costs grow with its square.</source>
        <translation>一个窗口里的词元数，也就是模型能回看多远。注意力的计算量随它的平方增长。</translation>
    </message>
    <message>
        <source>%1 is no class: classes count from 0 to 999.</source>
        <translation>%1 不是类别：类别的编号是 0 到 999。</translation>
    </message>
    <message>
        <source>All belong to one class: there is nothing to tell apart.</source>
        <translation>全都属于同一类别：没有什么可区分的。</translation>
    </message>
    <message>
        <source>Add some of another class.</source>
        <translation>请添加一些别的类别。</translation>
    </message>
    <message>
        <source>No point has been set yet.</source>
        <translation>还没有画点。</translation>
    </message>
    <message>
        <source>Click on the plane, or paint on it.</source>
        <translation>在平面上点击，或按住涂画。</translation>
    </message>
    <message>
        <source>The %1 points are yours and lie in the project.</source>
        <translation>这 %1 个点是你画的，保存在项目中。</translation>
    </message>
    <message>
        <source>Nothing has been drawn yet.</source>
        <translation>还没有画任何图。</translation>
    </message>
    <message>
        <source>Draw with the mouse, and say what it is.</source>
        <translation>用鼠标画图，并说明它是什么。</translation>
    </message>
    <message>
        <source>Drawing %1 has another size than the first.</source>
        <translation>第 %1 幅图的大小与第一幅不同。</translation>
    </message>
    <message>
        <source>Remove it and draw it again.</source>
        <translation>请删掉它重画。</translation>
    </message>
    <message>
        <source>The %1 drawings are yours and lie in the project.</source>
        <translation>这 %1 幅图是你画的，保存在项目中。</translation>
    </message>
    <message>
        <source>Painted points</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <source>Points that you set on the plane yourself, of as many classes as you like: the quickest way to see what a network can part and what it cannot.</source>
        <translation>你自己画在平面上的点，想要几个类别都行：这是看清网络能分开什么、分不开什么的最快办法。</translation>
    </message>
    <message>
        <source>Your drawings</source>
        <translation>手绘的图</translation>
    </message>
    <message>
        <source>Pictures that you drew with the mouse. A few of each class are enough to see a network learn your hand.</source>
        <translation>你用鼠标画的图。每个类别画几幅，就能看到网络学会你的笔迹。</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶</translation>
    </message>
    <message>
        <source>Bits, written as -1 and 1: is the number of ones odd? One wrong step spoils all that follows, and a shorter look says nothing. With an answer at every step a small recurrent network finds the two-state machine; with one answer at the end it is hard.</source>
        <translation>一串比特，写作 -1 和 1：其中 1 的个数是不是奇数？错一步，后面全错；只看一部分，什么也说不出。每一步都给答案时，小小的循环神经网络就能找出这个两状态的机器；只在最后给一次答案就很难。</translation>
    </message>
    <message>
        <source>Once after the last step, or after every step about the bits so far.</source>
        <translation>最后一步之后答一次，或者每一步都回答到目前为止的比特。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes are to be told apart. The network needs one output for each.</source>
        <translation>要区分多少个类别。网络需要给每个类别一个输出。</translation>
    </message>
    <message>
        <source>Of two classes the share of class 1; of more, how often class 1 comes beside each other one. 0.5: all alike. Away from it the larger class can win by being guessed always.</source>
        <translation>两个类别时，是类别 1 所占的比例；更多类别时，是类别 1 与其他每一类相比有多常见。0.5 表示一样多。偏离 0.5 时，总猜较大的类别就能占便宜。</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>How many are drawn, all parts together. More make learning by heart harder.</source>
        <translation>一共生成多少个，三个部分合计。越多，就越难靠死记硬背。</translation>
    </message>
    <message>
        <source>A colored dot in the corner tells the class in the training and validation parts; in the test part its color is drawn by chance.</source>
        <translation>在训练集和验证集里，角上的彩色小点泄露了类别；在测试集里，它的颜色是随机的。</translation>
    </message>
    <message>
        <source>The pictures of the test part are moved by %1 pixels to the right.</source>
        <translation>测试集的图片都向右移动了 %1 个像素。</translation>
    </message>
    <message>
        <source>Colored shapes</source>
        <translation>彩色图形</translation>
    </message>
    <message>
        <source>Pictures of ten kinds of shapes, drawn by the program in chance colors, sizes and places: 32x32 pixels with three color channels. The color says nothing about the kind, so a network has to look at the form.</source>
        <translation>由程序画出的十种图形，颜色、大小和位置都是随机的：32x32 像素，三个颜色通道。颜色与种类无关，所以网络必须去看形状。</translation>
    </message>
    <message>
        <source>How many pictures are drawn; each kind gets a tenth of them.</source>
        <translation>一共画多少张图片；每种图形占十分之一。</translation>
    </message>
    <message>
        <source>How much the shapes are turned, sheared, stretched and moved. 0 draws each kind always in the same form and place.</source>
        <translation>图形旋转、错切、拉伸和移动的程度。为 0 时，每种图形的样子和位置始终相同。</translation>
    </message>
    <message>
        <source>Deviation of the noise on each pixel, as a share of full brightness.</source>
        <translation>加在每个像素上的噪声的标准差，以最大亮度为 1。</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>捷径</translation>
    </message>
    <message>
        <source>Puts a small colored dot into a corner that tells the class while training, and tells nothing in the test: a trap that a network falls into.</source>
        <translation>在角上放一个彩色小点：训练时它泄露类别，测试时却毫无意义。这是一个网络会掉进去的陷阱。</translation>
    </message>
    <message>
        <source>Shift of the test</source>
        <translation>测试集平移</translation>
    </message>
    <message>
        <source>By how many pixels the pictures of the test part are moved to the right: does the network still know them?</source>
        <translation>测试集的图片向右移动多少个像素：网络还认得出来吗？</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Points around a wave between x = -1 and 1. A line cannot follow it; a hidden layer can, the better the more units it has. With few points and noise the curve shows overfitting.</source>
        <translation>x 从 -1 到 1，散布在一条波浪线周围的点。直线跟不上它；隐藏层可以，而且单元越多跟得越好。点少又有噪声时，拟合出的曲线会显出过拟合。</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波数</translation>
    </message>
    <message>
        <source>How many whole waves there are. More of them need more units.</source>
        <translation>有多少个完整的波。波越多，需要的单元越多。</translation>
    </message>
    <message>
        <source>How much y grows when this input grows by 1.</source>
        <translation>这个输入增加 1 时，y 增加多少。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>A number for each point of the plane: y = w₁ x₁ + w₂ x₂ + b. One dense unit with two inputs learns it, and its weights can be compared with the true ones.</source>
        <translation>平面上每个点对应一个数：y = w₁ x₁ + w₂ x₂ + b。有两个输入、只含一个神经元的全连接层就能学会，学到的权重可以与真实值比较。</translation>
    </message>
    <message>
        <source>Slope along x₁</source>
        <translation>沿 x₁ 的斜率</translation>
    </message>
    <message>
        <source>Slope along x₂</source>
        <translation>沿 x₂ 的斜率</translation>
    </message>
    <message>
        <source>The true b: y where both inputs are 0.</source>
        <translation>真实的 b：两个输入都为 0 时的 y。</translation>
    </message>
    <message>
        <source>Spirals wound into each other, an arm for each class. The border between them is long and bent, so that two hidden layers learn it far more easily than one. Try how the number of turns decides how large a network is needed.</source>
        <translation>几条互相缠绕的螺旋线，每个类别一条。它们之间的边界又长又弯，所以两个隐藏层学起来比一个容易得多。试一试圈数怎样决定需要多大的网络。</translation>
    </message>
    <message>
        <source>A sample is a sum such as %1; each character is a token, and the target is the one that follows.</source>
        <translation>一个样本是一道加法，如 %1；每个字符是一个词元，目标是它后面的那一个。</translation>
    </message>
    <message>
        <source>The digits of the answer stand in reverse, the ones first.</source>
        <translation>答案的数字倒着写，个位在前。</translation>
    </message>
    <message>
        <source>The digits of the answer stand as they are written, the ones last.</source>
        <translation>答案的数字按平常的顺序写，个位在后。</translation>
    </message>
    <message>
        <source>Only the digits of the answer count in the loss: what is asked cannot be foreseen.</source>
        <translation>只有答案的数字计入损失：题目本身是无法预测的。</translation>
    </message>
    <message>
        <source>%1 pairs of numbers are held out for the test, in both orders; none of them is trained on.</source>
        <translation>留出 %1 对数用于测试，两种先后顺序都留出；训练时一对也见不到。</translation>
    </message>
    <message>
        <source>Sums as text</source>
        <translation>文字加法</translation>
    </message>
    <message>
        <source>Additions written out, 12+34=046, from which a language model learns to add. The test part holds pairs of numbers that never come in training: who gets them right has not learned them by heart.</source>
        <translation>写成文字的加法，如 12+34=046，语言模型从中学会相加。测试集里是训练中从未出现的数对：能做对，就不是死记硬背。</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Digits of each number; shorter ones are filled up with zeros.</source>
        <translation>每个数的位数；不足的用零补齐。</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>加法题数</translation>
    </message>
    <message>
        <source>How many are made, if there are so many. All of two digits are 10,000.</source>
        <translation>造多少道题（以全部题数为限）。两位数的加法共有 10,000 道。</translation>
    </message>
    <message>
        <source>Answer in reverse</source>
        <translation>答案倒写</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <source>Share of the pairs of numbers that only the test sees.</source>
        <translation>只供测试使用的数对所占的比例。</translation>
    </message>
    <message>
        <source>%1 is %2, not a list of class names.</source>
        <translation>%1 是%2，不是类别名称的列表。</translation>
    </message>
    <message>
        <source>%1 has an empty line before line %2.</source>
        <translation>%1 在第 %2 行之前有空行。</translation>
    </message>
    <message>
        <source>Line %1 of %2 is too long for the name of a class.</source>
        <translation>%2 的第 %1 行太长，不能作类别名称。</translation>
    </message>
    <message>
        <source>Line %1 of %2 repeats the class &quot;%3&quot;.</source>
        <translation>%2 的第 %1 行重复了类别“%3”。</translation>
    </message>
    <message>
        <source>%1 names %2 classes; CIFAR-10 has %3.</source>
        <translation>%1 列出了 %2 个类别；CIFAR-10 有 %3 个。</translation>
    </message>
    <message>
        <source>%1 is %2, not pictures of CIFAR-10.</source>
        <translation>%1 是%2，不是 CIFAR-10 的图片。</translation>
    </message>
    <message>
        <source>%1 ends within picture %2: each takes %3 bytes, and the file has %4.</source>
        <translation>%1 在第 %2 张图片中间就结束了：每张占 %3 个字节，而文件有 %4 个字节。</translation>
    </message>
    <message>
        <source>CIFAR-10 is data_batch_1.bin to data_batch_5.bin, test_batch.bin and batches.meta.txt.</source>
        <translation>CIFAR-10 由 data_batch_1.bin 到 data_batch_5.bin、test_batch.bin 和 batches.meta.txt 组成。</translation>
    </message>
    <message>
        <source>%1 has %2 pictures; as published it has %3.</source>
        <translation>%1 有 %2 张图片；正式发布的有 %3 张。</translation>
    </message>
    <message>
        <source>There is no batches.meta.txt; the classes are called by their numbers.</source>
        <translation>没有 batches.meta.txt；各类别用编号来称呼。</translation>
    </message>
    <message>
        <source>Picture %1 of %2 has the class %3; CIFAR-10 has classes 0 to 9.</source>
        <translation>%2 的第 %1 张图片的类别是 %3；CIFAR-10 的类别是 0 到 9。</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>Colour pictures of 32x32 pixels in ten classes, from the folder of the binary version. test_batch.bin is the test part.</source>
        <translation>十个类别的 32x32 像素彩色图片，取自二进制版本的文件夹。test_batch.bin 用作测试集。</translation>
    </message>
    <message>
        <source>The folder %1 could not be read: the system gives the code %2.</source>
        <translation>文件夹 %1 无法读取：系统返回代码 %2。</translation>
    </message>
    <message>
        <source>Check that it is there and may be read by you.</source>
        <translation>请检查它是否存在，以及你是否有读取权限。</translation>
    </message>
    <message>
        <source>The name of the folder %1 cannot be the name of a class.</source>
        <translation>文件夹 %1 的名称不能用作类别名称。</translation>
    </message>
    <message>
        <source>Give it a shorter name of letters.</source>
        <translation>请换一个由文字组成的较短的名称。</translation>
    </message>
    <message>
        <source>The folder %1 holds no pictures.</source>
        <translation>文件夹 %1 里没有图片。</translation>
    </message>
    <message>
        <source>Put PNG, JPEG or BMP files there, or remove the folder.</source>
        <translation>请放入 PNG、JPEG 或 BMP 文件，或删除这个文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 has more than %2 classes.</source>
        <translation>文件夹 %1 的类别超过了 %2 个。</translation>
    </message>
    <message>
        <source>resize is &quot;%1&quot;; it must be width x height, such as 32x32, each at most %2.</source>
        <translation>resize 是“%1”；它必须是 宽 x 高，如 32x32，每边最多 %2。</translation>
    </message>
    <message>
        <source>Remove the file, or get it again.</source>
        <translation>请删除这个文件，或重新获取它。</translation>
    </message>
    <message>
        <source>%1 has %2; a picture may have %3.</source>
        <translation>%1 有 %2；一张图片最多 %3。</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>请把它缩小。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels; %3 is the most.</source>
        <translation>%1 有 %2 像素；最多 %3。</translation>
    </message>
    <message>
        <source>Set resize, for example to 64x64.</source>
        <translation>请设置图片大小，例如 64x64。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels and %3 has %4; all pictures must have one size.</source>
        <translation>%1 是 %2 像素，而 %3 是 %4；所有图片的大小必须相同。</translation>
    </message>
    <message>
        <source>Set resize, for example to %1.</source>
        <translation>请设置图片大小，例如 %1。</translation>
    </message>
    <message>
        <source>in colour (red, green, blue)</source>
        <translation>彩色（红、绿、蓝）</translation>
    </message>
    <message>
        <source>in grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>The pictures are read %1, %2 pixels.</source>
        <translation>图片以%1读入，大小为 %2 像素。</translation>
    </message>
    <message>
        <source>%1 of %2 pictures had another size and were scaled; their proportions may have changed.</source>
        <translation>%2 张图片中有 %1 张大小不同，已缩放；它们的长宽比可能变了。</translation>
    </message>
    <message>
        <source>%1 pictures are partly transparent; white was put behind them.</source>
        <translation>%1 张图片部分透明，已用白色作底。</translation>
    </message>
    <message>
        <source>Pictures cannot be decoded here.</source>
        <translation>这里无法解码图片。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; has a folder in %2 and none in %3.</source>
        <translation>类别“%1”在 %2 中有文件夹，在 %3 中没有。</translation>
    </message>
    <message>
        <source>Give train and test the same folders.</source>
        <translation>请让 train 和 test 中的文件夹一致。</translation>
    </message>
    <message>
        <source>The folder %1 has %2 folders with pictures; each class needs one, and there must be two or more.</source>
        <translation>文件夹 %1 里有 %2 个装图片的文件夹；每个类别需要一个，而类别至少要有两个。</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder that has its name.</source>
        <translation>请把每个类别的图片放进以类别命名的文件夹。</translation>
    </message>
    <message>
        <source>The %1 classes are the folders, in the order of their names.</source>
        <translation>%1 个类别就是各个文件夹，按名称排序。</translation>
    </message>
    <message>
        <source>%1 files and folders are no pictures by their names and were left out; the first is %2.</source>
        <translation>有 %1 个文件和文件夹从名称看不是图片，已略过；第一个是 %2。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A folder for each class, with pictures in it (PNG, JPEG, BMP, GIF, PNM, WebP). With the folders train and test above them, test is the test part.</source>
        <translation>每个类别一个文件夹，里面是图片（PNG、JPEG、BMP、GIF、PNM、WebP）。上一层若有 train 和 test 两个文件夹，test 就用作测试集。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Width x height in pixels that all pictures are scaled to, such as 32x32. Empty: as they are; then all must have one size.</source>
        <translation>所有图片要缩放到的大小，写作 宽 x 高（像素），如 32x32。留空则保持原样，这时所有图片的大小必须相同。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Three channels for red, green and blue, or one for brightness.</source>
        <translation>红、绿、蓝三个通道，或只用一个亮度通道。</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>The weights were trained with a vocabulary of the kind &quot;%1&quot;, and the data are set to &quot;%2&quot;.</source>
        <translation>这些权重是用“%1”类词表训练的，而数据设成了“%2”。</translation>
    </message>
    <message>
        <source>Set the tokens of the data to what the weights know, or use other weights.</source>
        <translation>请把数据的词元设成权重所用的那一类，或换用别的权重。</translation>
    </message>
    <message>
        <source>The vocabulary of %1 tokens comes from the weights.</source>
        <translation>%1 个词元的词表取自权重文件。</translation>
    </message>
    <message>
        <source>%1 holds only one character again and again: there is nothing to learn.</source>
        <translation>%1 里反反复复只有一个字符：没有什么可学的。</translation>
    </message>
    <message>
        <source>Choose another text.</source>
        <translation>请换一个文本。</translation>
    </message>
    <message>
        <source>Each character is a token: the text has %1 different ones, those of the test part included.</source>
        <translation>每个字符是一个词元：文本中有 %1 种不同的字符，包括测试集中的。</translation>
    </message>
    <message>
        <source>The text is cut by the GPT-2 vocabulary beside it, of %1 tokens.</source>
        <translation>文本用旁边的 GPT-2 词表切分，共 %1 个词元。</translation>
    </message>
    <message>
        <source>The text has %1 tokens. The parts follow each other in it: training first, then validation, test last.</source>
        <translation>文本有 %1 个词元。各部分在文本中依次排列：先是训练集，再是验证集，最后是测试集。</translation>
    </message>
    <message>
        <source>A training window of %1 tokens begins at every token, so one epoch sees each token %1 times.</source>
        <translation>每个词元处都开始一个长度为 %1 的训练窗口，所以一轮（epoch）中每个词元会出现 %1 次。</translation>
    </message>
    <message>
        <source>The training windows of %1 tokens lie side by side.</source>
        <translation>长度为 %1 的训练窗口首尾相接。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A plain text from which a model learns to tell the next token. It is cut into characters or GPT-2 tokens; a sample is a window of them. Training, validation and test are different stretches of the text, in its order.</source>
        <translation>纯文本，模型从中学习预测下一个词元。文本被切分成字符或 GPT-2 词元，一个样本是其中的一个窗口。训练集、验证集和测试集是文本中先后不同的段落。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>What one token is. Characters need no file and give a small vocabulary; GPT-2 tokens are whole words or parts of words, and need encoder.json and vocab.bpe in the text&apos;s folder.</source>
        <translation>一个词元是什么。字符不需要别的文件，词表也小；GPT-2 词元是整个词或词的一部分，需要文本所在的文件夹里有 encoder.json 和 vocab.bpe。</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>GPT-2 tokens</source>
        <translation>GPT-2 词元</translation>
    </message>
    <message>
        <source>Training windows</source>
        <translation>训练窗口</translation>
    </message>
    <message>
        <source>Where windows begin. At every token, drawn in random order: the usual way for a GPT. Side by side: one epoch is one reading of the text.</source>
        <translation>窗口从哪里开始。从每个词元开始、随机抽取：这是训练 GPT 的常用做法。首尾相接：一轮（epoch）就是把文本读一遍。</translation>
    </message>
    <message>
        <source>at every token</source>
        <translation>从每个词元开始</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>首尾相接</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How the file&apos;s bytes stand for letters. Found by looking: UTF-8 where it is that, else GB18030.</source>
        <translation>文件的字节怎样表示文字。自动识别：符合 UTF-8 就用 UTF-8，否则用 GB18030。</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>GB18030</source>
        <translation>GB18030</translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8.</source>
        <translation>请存为 UTF-8 纯文本。</translation>
    </message>
    <message>
        <source>Choose a file with text.</source>
        <translation>请选择一个有文字的文件。</translation>
    </message>
    <message>
        <source>%1 is %2, not a plain text.</source>
        <translation>%1 是%2，不是纯文本。</translation>
    </message>
    <message>
        <source>The text is UTF-8; the byte order mark in front was taken away.</source>
        <translation>文本是 UTF-8；开头的字节顺序标记（BOM）已去掉。</translation>
    </message>
    <message>
        <source>The text is UTF-8.</source>
        <translation>文本是 UTF-8。</translation>
    </message>
    <message>
        <source>Set the encoding to GB18030, or save it as UTF-8.</source>
        <translation>请把编码设为 GB18030，或把文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1 is neither UTF-8 (byte %2 does not fit) nor GB18030 (byte %3 does not fit).</source>
        <translation>%1 既不是 UTF-8（第 %2 个字节不符合），也不是 GB18030（第 %3 个字节不符合）。</translation>
    </message>
    <message>
        <source>%1 is not a text in GB18030: byte %2 does not fit.</source>
        <translation>%1 不是 GB18030 文本：第 %2 个字节不符合。</translation>
    </message>
    <message>
        <source>The text is not UTF-8 and was read as GB18030; if its letters look wrong, save it as UTF-8.</source>
        <translation>文本不是 UTF-8，已按 GB18030 读入；如果文字不对，请把它存为 UTF-8。</translation>
    </message>
    <message>
        <source>The text is read as GB18030.</source>
        <translation>文本按 GB18030 读入。</translation>
    </message>
    <message>
        <source>The lines end with CR and LF; both are kept as characters of the text.</source>
        <translation>各行以 CR 和 LF 结尾；两者都作为文本的字符保留。</translation>
    </message>
    <message>
        <source>There is neither %1 nor %2 in the folder.</source>
        <translation>文件夹里既没有 %1，也没有 %2。</translation>
    </message>
    <message>
        <source>Put the two files of the GPT-2 vocabulary there: encoder.json and vocab.bpe.</source>
        <translation>请把 GPT-2 词表的两个文件放进去：encoder.json 和 vocab.bpe。</translation>
    </message>
    <message>
        <source>%1 is %2, not part of a vocabulary.</source>
        <translation>%1 是%2，不是词表文件。</translation>
    </message>
    <message>
        <source>%1 has %2; a vocabulary takes %3 at most.</source>
        <translation>%1 有 %2；词表文件最多 %3。</translation>
    </message>
    <message>
        <source>The vocabulary has %1 tokens; data take at most %2.</source>
        <translation>词表有 %1 个词元；数据最多只能用 %2 个。</translation>
    </message>
    <message>
        <source>The text has %1 tokens; a window of %2 needs %3.</source>
        <translation>文本有 %1 个词元；长度为 %2 的窗口需要 %3 个。</translation>
    </message>
    <message>
        <source>Use a longer text or a shorter context.</source>
        <translation>请用更长的文本或更短的上下文。</translation>
    </message>
    <message>
        <source>%1 tokens are more than the lab can number.</source>
        <translation>%1 个词元太多，实验室编不了号。</translation>
    </message>
    <message>
        <source>The %1 part would have %2 tokens; a window of %3 needs %4.</source>
        <translation>“%1”部分只会有 %2 个词元；长度为 %3 的窗口需要 %4 个。</translation>
    </message>
    <message>
        <source>Use a longer text, a shorter context, or other shares of the parts.</source>
        <translation>请用更长的文本、更短的上下文，或调整各部分的比例。</translation>
    </message>
    <message>
        <source>%1, copy %2</source>
        <translation>%1，副本 %2</translation>
    </message>
    <message>
        <source>The group %1 is empty: there is nothing to repeat.</source>
        <translation>组“%1”是空的：没有可重复的内容。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: %2 is in a second group too.</source>
        <translation>组“%1”无法重复：%2 还属于另一个组。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated %2 times: the network would have more than %3 layers.</source>
        <translation>组“%1”无法重复 %2 次：网络将超过 %3 层。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: the name %2 of a copy is taken.</source>
        <translation>组“%1”无法重复：副本的名字 %2 已被占用。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: nothing feeds it.</source>
        <translation>组“%1”无法重复：它没有输入。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: %2 and %3 feed it, and a copy has only the one before it to read.</source>
        <translation>组“%1”无法重复：%2 和 %3 都向它输入，而每个副本只能读取前一个副本的输出。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: nothing reads what it gives.</source>
        <translation>组“%1”无法重复：它的输出没有被任何层使用。</translation>
    </message>
    <message>
        <source>The group %1 cannot be repeated: %2 and %3 are both read outside, and only one can feed the next copy.</source>
        <translation>组“%1”无法重复：组外同时使用了 %2 和 %3 的输出，而只有一个能输入到下一个副本。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>How many attentions run side by side, each on its share of the features.</source>
        <translation>并行计算多少个注意力，每个头分得一部分特征。</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>A step sees itself and what came before, never what comes: needed where the network predicts the next step.</source>
        <translation>每一步只能看到自己和之前的步，看不到之后的步：让网络预测下一步时必须打开。</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>How many such blocks follow one another, each with weights of its own.</source>
        <translation>有多少个这样的块依次相连，每个块有自己的权重。</translation>
    </message>
    <message>
        <source>Widening</source>
        <translation>加宽倍数</translation>
    </message>
    <message>
        <source>How many times wider the hidden layer of each block is.</source>
        <translation>每个块的隐藏层是输入的多少倍宽。</translation>
    </message>
    <message>
        <source>Share that is switched off behind the attention and behind the dense layers; 0 for none.</source>
        <translation>在注意力和全连接层之后随机失活的比例；0 表示不用。</translation>
    </message>
    <message>
        <source>A transformer_block needs a sequence (time x features) before it, such as an embedding gives.</source>
        <translation>transformer_block 之前需要一个序列（时间×特征），例如嵌入层的输出。</translation>
    </message>
    <message>
        <source>An echo from memory</source>
        <translation>记忆里的回声</translation>
    </message>
    <message>
        <source>An LSTM learns to look at the marks and to carry the first number until the second comes.</source>
        <translation>LSTM 学会看标记，并把第一个数一直带到第二个出现。</translation>
    </message>
    <message>
        <source>A convolutional network with 34,826 parameters: it reads handwriting better than a dense one three times its size.</source>
        <translation>有 34,826 个参数的卷积网络：比参数多两倍的全连接网络更会认手写数字。</translation>
    </message>
    <message>
        <source>LeNet for digits</source>
        <translation>用 LeNet 认数字</translation>
    </message>
    <message>
        <source>Two convolutions with pooling, then three dense layers: the classic order of a network for pictures.</source>
        <translation>两次卷积加池化，再接三个全连接层：图像网络的经典结构。</translation>
    </message>
    <message>
        <source>LeNet for colored shapes</source>
        <translation>用 LeNet 认彩色图形</translation>
    </message>
    <message>
        <source>The same order of layers for pictures with three colors: ten kinds of shapes, whose color says nothing about their kind.</source>
        <translation>同样的结构，用于三个颜色通道的图片：十种图形，颜色与种类无关。</translation>
    </message>
    <message>
        <source>These weights were trained with a vocabulary of the kind &quot;%1&quot;, and the data have one of the kind &quot;%2&quot;.</source>
        <translation>这些权重是用“%1”类词表训练的，而数据用的是“%2”类。</translation>
    </message>
    <message>
        <source>These weights were trained with a vocabulary of %1 tokens, and the data have %2.</source>
        <translation>这些权重是用 %1 个词元的词表训练的，而数据有 %2 个。</translation>
    </message>
    <message>
        <source>These weights were trained with another vocabulary: token %1 is &quot;%2&quot; there and &quot;%3&quot; in the data.</source>
        <translation>这些权重是用另一个词表训练的：第 %1 号词元在那里是“%2”，在数据中是“%3”。</translation>
    </message>
    <message>
        <source>These weights were trained with the same tokens, but their merges differ from those of the data.</source>
        <translation>这些权重用的词元相同，但合并规则与数据的不同。</translation>
    </message>
    <message>
        <source>needs a sequence (time x features), and gets %1.</source>
        <translation>需要序列（时间×特征），收到的却是 %1。</translation>
    </message>
    <message>
        <source>cannot share %1 features among %2 heads: the width must be a multiple of the heads.</source>
        <translation>无法把 %1 个特征平均分给 %2 个头：宽度必须是头数的整数倍。</translation>
    </message>
    <message>
        <source>Use one head</source>
        <translation>改用一个头</translation>
    </message>
    <message>
        <source>weights of queries, keys and values</source>
        <translation>查询、键和值的权重</translation>
    </message>
    <message>
        <source>biases of queries, keys and values</source>
        <translation>查询、键和值的偏置</translation>
    </message>
    <message>
        <source>weights of the output projection</source>
        <translation>输出投影的权重</translation>
    </message>
    <message>
        <source>biases of the output projection</source>
        <translation>输出投影的偏置</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>mixed values</source>
        <translation>加权后的值</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Every step of a sequence makes a query, a key and a value. Where a query fits a key, that step&apos;s value is taken in: so each step can fetch what it needs from anywhere in the sequence, in one layer. Several heads look for several things at once.</source>
        <translation>序列的每个时间步都产生一个查询、一个键和一个值。查询与哪个键匹配，就取来那一步的值：于是只用一层，每一步就能从序列的任何位置取得所需的信息。多个头可以同时寻找不同的东西。</translation>
    </message>
    <message>
        <source>A number added to each query, key, value and output.</source>
        <translation>加到每个查询、键、值和输出上的一个数。</translation>
    </message>
    <message>
        <source>Output projection</source>
        <translation>输出投影</translation>
    </message>
    <message>
        <source>A dense layer behind the heads that mixes what they found.</source>
        <translation>各个头之后的全连接层，把它们找到的信息混合起来。</translation>
    </message>
    <message>
        <source>The query: what step %1 looks for.</source>
        <translation>查询：第 %1 步在寻找什么。</translation>
    </message>
    <message>
        <source>The key: what step %1 offers to be found by.</source>
        <translation>键：第 %1 步凭什么被找到。</translation>
    </message>
    <message>
        <source>The value: what step %1 gives to those that find it.</source>
        <translation>值：第 %1 步交给找到它的步的内容。</translation>
    </message>
    <message>
        <source>This number went into the query, the key and the value of its step: what comes back through the three is added.</source>
        <translation>这个数参与了这一步的查询、键和值：把从三者传回来的梯度相加。</translation>
    </message>
    <message>
        <source>How much the loss changes with this weight: in every step what comes back to its output times what went into it.</source>
        <translation>损失随这个权重变化多少：在每一步，传回其输出的梯度乘以当时的输入，再求和。</translation>
    </message>
    <message>
        <source>How much the loss changes with this bias: the sum of what comes back to its output.</source>
        <translation>损失随这个偏置变化多少：传回其输出的梯度之和。</translation>
    </message>
    <message>
        <source>The values of all steps, each as much as step %1 attends to it.</source>
        <translation>所有步的值按第 %1 步对它们的注意力加权求和。</translation>
    </message>
    <message>
        <source>Step %1 comes after step %2 and is hidden from it: the layer is causal.</source>
        <translation>第 %1 步在第 %2 步之后，对它不可见：这一层是因果的。</translation>
    </message>
    <message>
        <source>How much step %1 takes of step %2: the score&apos;s exponential as a share of the sum over all steps it sees.</source>
        <translation>第 %1 步从第 %2 步取多少：得分的指数在它能看到的所有步的总和中所占的比例。</translation>
    </message>
    <message>
        <source>The output projection: each mixed value of the step times its weight, and the bias.</source>
        <translation>输出投影：这一步加权后的各个值乘以权重，再加上偏置。</translation>
    </message>
    <message>
        <source>How well the query of step %1 fits the key of step %2, divided by the root of the head&apos;s width so that the softmax keeps its slope.</source>
        <translation>第 %1 步的查询与第 %2 步的键匹配得多好；除以头宽度的平方根，以免 softmax 饱和、斜率消失。</translation>
    </message>
    <message>
        <source>What comes back to a mixed value through the output projection.</source>
        <translation>经输出投影传回到加权后的值的梯度。</translation>
    </message>
    <message>
        <source>How much the loss would change if step %1 took more of step %2.</source>
        <translation>如果第 %1 步从第 %2 步多取一点，损失会变化多少。</translation>
    </message>
    <message>
        <source>What comes back through the softmax: more for one step is less for the others.</source>
        <translation>经 softmax 传回的梯度：给一步多一些，其他步就少一些。</translation>
    </message>
    <message>
        <source>What comes back to the query of step %1 from the scores it made.</source>
        <translation>第 %1 步的查询从它算出的各个得分收到的梯度。</translation>
    </message>
    <message>
        <source>What comes back to the key of step %1 from all queries that were held against it.</source>
        <translation>第 %1 步的键从所有与它比较过的查询收到的梯度。</translation>
    </message>
    <message>
        <source>What comes back to the value of step %1 from all steps that took of it.</source>
        <translation>第 %1 步的值从所有取用它的步收到的梯度。</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>gradient in the mixed values</source>
        <translation>加权后的值的梯度</translation>
    </message>
    <message>
        <source>gradient in the attention weights</source>
        <translation>注意力权重的梯度</translation>
    </message>
    <message>
        <source>gradient in the scores</source>
        <translation>得分的梯度</translation>
    </message>
    <message>
        <source>gradient in the queries</source>
        <translation>查询的梯度</translation>
    </message>
    <message>
        <source>gradient in the keys</source>
        <translation>键的梯度</translation>
    </message>
    <message>
        <source>gradient in the values</source>
        <translation>值的梯度</translation>
    </message>
    <message>
        <source>The mean of the window&apos;s %1 numbers; padding counts as 0.</source>
        <translation>窗口中 %1 个数的平均值；填充的部分按 0 计。</translation>
    </message>
    <message>
        <source>Every window that covers this number passes back its gradient, divided by the numbers of the window.</source>
        <translation>每个盖住这个数的窗口都把自己的梯度传回来，除以窗口中数的个数。</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Replaces each window by its mean: a smaller, smoother picture. Max pooling keeps the strongest sign of a pattern instead.</source>
        <translation>把每个窗口换成它的平均值：图片变小，也变平滑。最大池化保留的则是最强的响应。</translation>
    </message>
    <message>
        <source>gains</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>running means</source>
        <translation>均值的滑动平均</translation>
    </message>
    <message>
        <source>running variances</source>
        <translation>方差的滑动平均</translation>
    </message>
    <message>
        <source>normalized numbers</source>
        <translation>归一化后的数</translation>
    </message>
    <message>
        <source>means of the batch</source>
        <translation>批量的均值</translation>
    </message>
    <message>
        <source>one divided by the deviations</source>
        <translation>标准差的倒数</translation>
    </message>
    <message>
        <source>While training it uses the batch&apos;s own mean and variance and keeps running averages; a network in use takes those averages.</source>
        <translation>训练时用这个批量自己的均值和方差，并更新它们的滑动平均；网络投入使用时改用这些滑动平均值。</translation>
    </message>
    <message>
        <source>This number moves its own output, and through the mean and the variance all others of its channel.</source>
        <translation>这个数影响它自己的输出，还通过均值和方差影响同一通道的所有其他输出。</translation>
    </message>
    <message>
        <source>The normalized number times the channel&apos;s gain, and its bias.</source>
        <translation>归一化后的数乘以该通道的缩放系数，再加上偏置。</translation>
    </message>
    <message>
        <source>How many deviations this number lies above its channel&apos;s mean in this batch.</source>
        <translation>在这个批量里，这个数比所在通道的均值高出多少个标准差。</translation>
    </message>
    <message>
        <source>The mean of all numbers of channel %1 in this batch.</source>
        <translation>这个批量里通道 %1 所有数的均值。</translation>
    </message>
    <message>
        <source>One divided by the standard deviation of channel %1 in this batch; a small number keeps it finite.</source>
        <translation>这个批量里通道 %1 标准差的倒数；加上一个很小的数，以免除以 0。</translation>
    </message>
    <message>
        <source>How much the loss changes when the gain of channel %1 grows a little: its gradients times the normalized numbers.</source>
        <translation>通道 %1 的缩放系数增大一点时，损失变化多少：该通道的梯度乘以归一化后的数，再求和。</translation>
    </message>
    <message>
        <source>How much the loss changes when the bias of channel %1 grows a little: the sum of the channel&apos;s gradients at all places.</source>
        <translation>通道 %1 的偏置增大一点时，损失变化多少：该通道在所有位置上的梯度之和。</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and deviation 1 over the batch, then a gain and a shift of its own that are learned. Deep networks train faster and bear larger rates; very small batches make it noisy.</source>
        <translation>让每个通道在整个批量上均值为 0、标准差为 1，再乘以学到的缩放系数、加上学到的偏移。深层网络因此训练得更快，也能承受更大的学习率；批量太小时会有很大噪声。</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running averages that a network in use takes.</source>
        <translation>更新滑动平均时，最新一个批量所占的比例；网络投入使用时用的就是这些滑动平均值。</translation>
    </message>
    <message>
        <source>Added to the variance, so that a channel that never changes is not divided by 0.</source>
        <translation>加在方差上的小数，以免数值从不变化的通道除以 0。</translation>
    </message>
    <message>
        <source>cannot join along axis %1: its inputs have %2 axes, numbered from 0.</source>
        <translation>不能沿轴 %1 拼接：它的输入只有 %2 个轴，从 0 开始编号。</translation>
    </message>
    <message>
        <source>Choose the axis automatically</source>
        <translation>自动选择轴</translation>
    </message>
    <message>
        <source>cannot join %1 and %2 along axis %3: all other axes must be equal.</source>
        <translation>不能把 %1 和 %2 沿轴 %3 拼接：其余各轴必须相同。</translation>
    </message>
    <message>
        <source>A number of wire %1, in its new place.</source>
        <translation>来自第 %1 条连线的数，放到了新的位置。</translation>
    </message>
    <message>
        <source>Every number goes back to where it came from, and its gradient with it.</source>
        <translation>每个数从哪里来，它的梯度就回到哪里去。</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Puts what arrives on its wires one behind the other. Unlike a sum it loses nothing: the layer behind it can weigh each branch by itself.</source>
        <translation>把各条连线送来的数首尾相接。与相加不同，它不丢失任何信息：后面的层可以分别给每个分支加权。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Along which axis of one sample the inputs are joined. Automatic takes the features of vectors and sequences and the channels of pictures.</source>
        <translation>沿单个样本的哪个轴拼接。“自动”对向量和序列取特征轴，对图片取通道轴。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>0 (first)</source>
        <translation>0（第一个）</translation>
    </message>
    <message>
        <source>1 (second)</source>
        <translation>1（第二个）</translation>
    </message>
    <message>
        <source>2 (third)</source>
        <translation>2（第三个）</translation>
    </message>
    <message>
        <source>slides along a sequence (time x features) and gets a picture, %1. Use Conv2d for pictures.</source>
        <translation>沿序列（时间步 × 特征）滑动，得到的却是图片 %1。图片请用 Conv2d。</translation>
    </message>
    <message>
        <source>slides along a sequence (time x features) and gets a flat list of %1 numbers. Put a Reshape before it, for example to %1x1.</source>
        <translation>沿序列（时间步 × 特征）滑动，得到的却是 %1 个数的一维列表。请在它前面放一个“变形”层，例如变成 %1x1。</translation>
    </message>
    <message>
        <source>Put a Reshape before it</source>
        <translation>在它前面放一个“变形”层</translation>
    </message>
    <message>
        <source>Conv1d</source>
        <translation>Conv1d</translation>
    </message>
    <message>
        <source>Slides small kernels along a sequence: each output mixes the features of a few neighboring time steps, with the same weights everywhere. It finds short patterns whenever they come.</source>
        <translation>小卷积核沿序列滑动：每个输出混合相邻几个时间步的特征，各处用同一组权重。短小的模式无论何时出现，都能找到。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>How many neighboring time steps one output reads.</source>
        <translation>一个输出读多少个相邻的时间步。</translation>
    </message>
    <message>
        <source>Conv2d</source>
        <translation>Conv2d</translation>
    </message>
    <message>
        <source>Slides small kernels over a picture: each output is a weighted sum of a small window, with the same weights at every place. It needs far fewer weights than a dense layer and finds a pattern wherever it lies.</source>
        <translation>小卷积核在图片上滑动：每个输出是一个小窗口的加权和，每个位置用同一组权重。它需要的权重比全连接层少得多，而且模式出现在哪里都能找到。</translation>
    </message>
    <message>
        <source>Height and width of the window that slides over the picture: one number for a square, or 3x5. Odd sizes have a middle.</source>
        <translation>在图片上滑动的窗口的高和宽：正方形写一个数，否则写成 3x5。奇数大小才有中心。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>How many kernels slide over the input: each looks for one pattern and gives one channel of the output.</source>
        <translation>有多少个卷积核在输入上滑动：每个寻找一种模式，给出输出的一个通道。</translation>
    </message>
    <message>
        <source>A number added to each channel, so that it need not be 0 where the input is 0.</source>
        <translation>加到每个通道上的一个数，使输入为 0 的地方输出不必为 0。</translation>
    </message>
    <message>
        <source>kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Channel %1 at this place: the window&apos;s numbers times the kernel&apos;s, and the bias. What lies outside counts as 0.</source>
        <translation>通道 %1 在这个位置的值：窗口中的数与卷积核中的数相乘求和，再加偏置。图片之外按 0 计。</translation>
    </message>
    <message>
        <source>How much the loss changes with this number: every output whose window covers it passes its gradient back through the weight that lay on it.</source>
        <translation>损失随这个数变化多少：每个窗口盖住它的输出，都经由当时压在它上面的那个权重把梯度传回来。</translation>
    </message>
    <message>
        <source>How much the loss changes when this weight of channel %1 grows a little: it is used at every place of the picture, and each gives a share.</source>
        <translation>通道 %1 的这个权重增大一点时，损失变化多少：它在图片的每个位置都用到，每个位置各贡献一份。</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Keeps positive numbers and bends negative ones towards -alpha. The outputs lie closer to 0 on average than those of a ReLU, and units do not die.</source>
        <translation>正数保持不变，负数弯向 -alpha。输出的平均值比 ReLU 更接近 0，单元也不会失活。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>The limit on the left is -alpha. With 1 the slope has no jump at 0.</source>
        <translation>左侧的极限是 -alpha。取 1 时，斜率在 0 处没有跳变。</translation>
    </message>
    <message>
        <source>needs tokens, and gets numbers. Set the elements of the Input to tokens.</source>
        <translation>需要词元，收到的却是数。请把输入的元素设为词元。</translation>
    </message>
    <message>
        <source>needs one row of tokens, and gets %1.</source>
        <translation>需要一行词元，收到的却是 %1。</translation>
    </message>
    <message>
        <source>vectors of the tokens</source>
        <translation>词元的向量</translation>
    </message>
    <message>
        <source>Token %1 picks its row of the table; this is number %2 of it.</source>
        <translation>词元 %1 选出表中属于它的一行；这是其中第 %2 个数。</translation>
    </message>
    <message>
        <source>How much the loss changes with number %1 of the vector of token %2: the sum of the gradients at all places where the token stands.</source>
        <translation>损失随词元 %2 的向量的第 %1 个数变化多少：该词元出现的所有位置上的梯度之和。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Gives every token of the vocabulary a vector and looks it up. The vectors are trained: tokens that are used alike come to lie close together. A network cannot compute with the numbers of the tokens themselves, because their order means nothing.</source>
        <translation>给词表中的每个词元一个向量，用时查表取出。这些向量是训练出来的：用法相近的词元会彼此靠近。网络不能直接用词元的编号计算，因为编号的大小没有意义。</translation>
    </message>
    <message>
        <source>How many numbers stand for one token. More can hold more shades of meaning and cost more time.</source>
        <translation>用多少个数表示一个词元。越多，能表达的含义越细，花的时间也越多。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>How many different tokens there are; their numbers run from 0.</source>
        <translation>共有多少个不同的词元；编号从 0 开始。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Weights a number by how likely it is that a standard normal number lies below it: large numbers pass, very negative ones vanish, and around 0 it bends smoothly. The activation of GPT-2 and BERT.</source>
        <translation>把每个数乘以一个权重，即“标准正态随机数小于它的概率”：大的数通过，很负的数消失，在 0 附近平滑过渡。GPT-2 和 BERT 用的就是它。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Exact by the error function, or the older formula with tanh that GPT-2 was trained with. They differ by less than 0.0005.</source>
        <translation>用误差函数精确计算，或用 GPT-2 训练时采用的较早的 tanh 公式。两者相差不到 0.0005。</translation>
    </message>
    <message>
        <source>exact (erf)</source>
        <translation>精确（erf）</translation>
    </message>
    <message>
        <source>approximate (tanh)</source>
        <translation>近似（tanh）</translation>
    </message>
    <message>
        <source>averages each channel of a picture or each feature of a sequence over all places, and gets %1, which has no places.</source>
        <translation>对图片的每个通道或序列的每个特征在所有位置上取平均，得到的却是 %1，其中没有位置可言。</translation>
    </message>
    <message>
        <source>The mean of channel %1 over all %2 places.</source>
        <translation>通道 %1 在全部 %2 个位置上的平均值。</translation>
    </message>
    <message>
        <source>The gradient of the channel&apos;s mean, shared equally by all %1 places.</source>
        <translation>通道平均值的梯度，由全部 %1 个位置平分。</translation>
    </message>
    <message>
        <source>Gives one number per channel: its mean over the whole picture or sequence. Says how much of a pattern is there, wherever it is, and takes pictures of any size to a list of fixed length without any weights.</source>
        <translation>每个通道只给出一个数：它在整张图片或整个序列上的平均值。这个数说明某种模式有多少，不管它在哪里；不需要任何权重，就能把任意大小的图片变成固定长度的列表。</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>mean of the row</source>
        <translation>该行的均值</translation>
    </message>
    <message>
        <source>one over the row&apos;s deviation</source>
        <translation>该行标准差的倒数</translation>
    </message>
    <message>
        <source>Every output of the row depends on this number: directly, through the row&apos;s mean and through its deviation.</source>
        <translation>该行的每个输出都依赖这个数：直接依赖、通过均值、通过标准差。</translation>
    </message>
    <message>
        <source>How much the loss changes when the gain of feature %1 grows a little: in every row the gradient times the normalized number.</source>
        <translation>特征 %1 的增益稍微增大时损失变化多少：每一行的梯度乘以归一化后的数，再求和。</translation>
    </message>
    <message>
        <source>How much the loss changes when the bias of feature %1 grows a little: the sum of the gradients.</source>
        <translation>特征 %1 的偏置稍微增大时损失变化多少：梯度之和。</translation>
    </message>
    <message>
        <source>How many deviations the number lies above the mean of its row, times the gain, plus the bias.</source>
        <translation>这个数比所在行的均值高出多少个标准差，乘以增益，再加上偏置。</translation>
    </message>
    <message>
        <source>How many deviations the number lies above the mean of its row.</source>
        <translation>这个数比所在行的均值高出多少个标准差。</translation>
    </message>
    <message>
        <source>The mean of the row&apos;s numbers.</source>
        <translation>该行各数的均值。</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Brings the numbers of each row (of each time step) to mean 0 and deviation 1, then scales and shifts them by trained numbers. Keeps deep networks in a range where they learn; unlike batch norm it does not look at other samples.</source>
        <translation>把每一行（每个时间步）的数变为均值 0、标准差 1，再用训练得到的数缩放和平移。它使深层网络保持在能学习的范围内；与批量归一化不同，它不看其他样本。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Keeps positive numbers and multiplies negative ones by a small slope. Where a ReLU that only ever sees negative numbers gets no gradient and stays dead, this one can recover.</source>
        <translation>正数保持不变，负数乘以一个小斜率。ReLU 若只收到负数，就得不到梯度，一直失活；它却能恢复过来。</translation>
    </message>
    <message>
        <source>How steep it is below 0: the share of the gradient that passes there. 0 makes it a ReLU, 1 a straight line.</source>
        <translation>0 以下有多陡，也就是那里让多大比例的梯度通过。0 就是 ReLU，1 就是一条直线。</translation>
    </message>
    <message>
        <source>The mask is 0 here: this item does not count, and nothing is learned from it.</source>
        <translation>这里的掩码是 0：这一项不计入损失，也不会从中学到任何东西。</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>The largest number of the window; the others are not passed on.</source>
        <translation>窗口中最大的数；其余的不再往后传。</translation>
    </message>
    <message>
        <source>Only the number that was the largest of its window gets the window&apos;s gradient; of equal ones, the first.</source>
        <translation>只有窗口中最大的那个数得到这个窗口的梯度；有几个相等时，给第一个。</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window. The picture gets smaller, and it matters less where exactly a pattern lies.</source>
        <translation>只保留每个窗口中最大的数。图片变小，模式的确切位置也不再那么重要。</translation>
    </message>
    <message>
        <source>cannot multiply %1 and %2: its inputs must have the same shape.</source>
        <translation>不能把 %1 和 %2 相乘：各输入的形状必须相同。</translation>
    </message>
    <message>
        <source>The product of the numbers that arrive on the wires.</source>
        <translation>各条连线送来的数的乘积。</translation>
    </message>
    <message>
        <source>The gradient that arrives at the output, times the numbers on the other wires: where one of them is 0, nothing passes.</source>
        <translation>输出处的梯度乘以其他连线上的数：只要其中一个为 0，就什么也传不回去。</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Multiplies what arrives on its wires, number by number. With a sigmoid on one of them it is a gate: 0 shuts the other wire, 1 lets it through.</source>
        <translation>把各条连线送来的数逐个相乘。若其中一条经过 sigmoid，它就成了一道门：0 关闭另一条连线，1 让它通过。</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Drawn by chance for this step from a normal distribution around 0 with deviation sigma.</source>
        <translation>为这一步随机抽取，服从均值为 0、标准差为 sigma 的正态分布。</translation>
    </message>
    <message>
        <source>The number and the noise of this step.</source>
        <translation>原来的数加上这一步的噪声。</translation>
    </message>
    <message>
        <source>Noise that is added does not depend on the number: the gradient passes unchanged.</source>
        <translation>加上的噪声与这个数无关：梯度原样通过。</translation>
    </message>
    <message>
        <source>While training, adds a small random number to each number in every step, so that the network cannot rely on exact values. Reduces overfitting; in an autoencoder it makes the task to remove it. Does nothing when the network is used.</source>
        <translation>训练时，每一步都给每个数加上一个小随机数，使网络不能依赖精确的数值。可以减轻过拟合；在自编码器中，任务就成了去除噪声。使用网络时它不起作用。</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, in the units of the numbers it is added to; 0 switches the layer off.</source>
        <translation>噪声的标准差，单位与被加的数相同；0 表示关闭这一层。</translation>
    </message>
    <message>
        <source>is padded by more than half of its window: some windows would see nothing of the picture.</source>
        <translation>的填充超过了窗口的一半：有的窗口会完全看不到图片。</translation>
    </message>
    <message>
        <source>Set the padding to 0</source>
        <translation>把填充设为 0</translation>
    </message>
    <message>
        <source>Height and width of the window: one number for a square, or 2x3.</source>
        <translation>窗口的高和宽：正方形写一个数，否则写成 2x3。</translation>
    </message>
    <message>
        <source>has vectors for %1 steps, and gets %2.</source>
        <translation>只有 %1 步的向量，收到的却有 %2 步。</translation>
    </message>
    <message>
        <source>Give it %1 steps</source>
        <translation>改为 %1 步</translation>
    </message>
    <message>
        <source>vectors of the positions</source>
        <translation>位置的向量</translation>
    </message>
    <message>
        <source>The number and what belongs to position %1.</source>
        <translation>这个数加上位置 %1 的向量中对应的数。</translation>
    </message>
    <message>
        <source>A sum hands its gradient on unchanged.</source>
        <translation>加法把梯度原样传下去。</translation>
    </message>
    <message>
        <source>How much the loss changes with number %1 of the vector of position %2: the sum of the samples&apos; gradients there.</source>
        <translation>损失随位置 %2 的向量的第 %1 个数变化多少：各样本在该处的梯度之和。</translation>
    </message>
    <message>
        <source>Position embedding</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>Adds to every step of a sequence a trained vector of its position. Attention alone would not notice if the steps changed places.</source>
        <translation>给序列的每一步加上一个训练得到的位置向量。若没有它，各步交换位置，注意力也察觉不到。</translation>
    </message>
    <message>
        <source>The longest sequence it has vectors for; a shorter one uses the first. 0: as long as its input.</source>
        <translation>最长能处理多长的序列；较短的序列只用前面的向量。0 表示与输入等长。</translation>
    </message>
    <message>
        <source>sums before the activation, step by step</source>
        <translation>激活函数之前的加权和，逐步</translation>
    </message>
    <message>
        <source>gates i, f, g, o, step by step</source>
        <translation>门 i、f、g、o，逐步</translation>
    </message>
    <message>
        <source>cell state, step by step</source>
        <translation>单元状态，逐步</translation>
    </message>
    <message>
        <source>gates r, z and candidate n, step by step</source>
        <translation>门 r、z 和候选 n，逐步</translation>
    </message>
    <message>
        <source>what the old state says to the candidate, step by step</source>
        <translation>旧状态对候选的贡献，逐步</translation>
    </message>
    <message>
        <source>hidden state, step by step</source>
        <translation>隐藏状态，逐步</translation>
    </message>
    <message>
        <source>gradient of the loss in the hidden state, step by step</source>
        <translation>损失对隐藏状态的梯度，逐步</translation>
    </message>
    <message>
        <source>gradient of the loss in the cell state, step by step</source>
        <translation>损失对单元状态的梯度，逐步</translation>
    </message>
    <message>
        <source>gradient of the loss in the sums, step by step</source>
        <translation>损失对加权和的梯度，逐步</translation>
    </message>
    <message>
        <source>gradient of the loss in what the old state says, step by step</source>
        <translation>损失对旧状态贡献的梯度，逐步</translation>
    </message>
    <message>
        <source>reads a sequence: it needs time x features and gets %1.</source>
        <translation>读的是序列：它需要“时间步 × 特征”，得到的却是 %1。</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，第 %2 层</translation>
    </message>
    <message>
        <source>weights of the input</source>
        <translation>输入的权重</translation>
    </message>
    <message>
        <source>weights of the hidden state</source>
        <translation>隐藏状态的权重</translation>
    </message>
    <message>
        <source>biases of the input</source>
        <translation>输入的偏置</translation>
    </message>
    <message>
        <source>biases of the hidden state</source>
        <translation>隐藏状态的偏置</translation>
    </message>
    <message>
        <source>How many numbers the memory holds. More can remember more and cost time: the work grows with the square.</source>
        <translation>记忆由多少个数组成。越多记得越多，也越费时间：计算量按平方增长。</translation>
    </message>
    <message>
        <source>Last step only</source>
        <translation>只要最后一步</translation>
    </message>
    <message>
        <source>On: only the memory after the last step goes on, as a summary of the sequence. Off: the memory after every step.</source>
        <translation>打开：只把最后一步之后的记忆往后传，作为整个序列的概括。关闭：每一步之后的记忆都往后传。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>How many are stacked: each reads the memory of the one below at every step.</source>
        <translation>叠多少层：每一层在每一步读下面一层的记忆。</translation>
    </message>
    <message>
        <source>Two numbers added to each sum, one for the input and one for the memory, as PyTorch does.</source>
        <translation>每个加权和再加两个数，一个属于输入，一个属于记忆，与 PyTorch 相同。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>What is applied at every step. Tanh keeps the memory between -1 and 1; ReLU does not, and can grow without end.</source>
        <translation>每一步用什么激活函数。tanh 把记忆限制在 -1 到 1 之间；ReLU 不限制，可能无限增长。</translation>
    </message>
    <message>
        <source>The hidden state after the last step.</source>
        <translation>最后一步之后的隐藏状态。</translation>
    </message>
    <message>
        <source>The hidden state after this step.</source>
        <translation>这一步之后的隐藏状态。</translation>
    </message>
    <message>
        <source>What comes in at this step and what is remembered of the steps before, each number times its weight.</source>
        <translation>这一步输入的内容，加上对前面各步的记忆，每个数都乘以自己的权重。</translation>
    </message>
    <message>
        <source>What the state of the step before would add to the candidate, before the reset gate lets its share through.</source>
        <translation>上一步的状态要加给候选的量，还没有经过重置门。</translation>
    </message>
    <message>
        <source>The input gate: how much of the candidate is written into the cell.</source>
        <translation>输入门：候选有多少写进单元。</translation>
    </message>
    <message>
        <source>The forget gate: how much of the old cell is kept.</source>
        <translation>遗忘门：旧的单元状态保留多少。</translation>
    </message>
    <message>
        <source>The candidate: what would be written into the cell.</source>
        <translation>候选：准备写进单元的内容。</translation>
    </message>
    <message>
        <source>The output gate: how much of the cell is shown as hidden state.</source>
        <translation>输出门：单元状态有多少展示为隐藏状态。</translation>
    </message>
    <message>
        <source>The reset gate: how much of the old state the candidate gets to see.</source>
        <translation>重置门：候选能看到多少旧状态。</translation>
    </message>
    <message>
        <source>The update gate: how much of the old state is kept.</source>
        <translation>更新门：旧状态保留多少。</translation>
    </message>
    <message>
        <source>The candidate: what would replace the old state.</source>
        <translation>候选：准备用来替换旧状态的内容。</translation>
    </message>
    <message>
        <source>The cell keeps a share of what it held and takes in a share of the candidate.</source>
        <translation>单元保留一部分旧内容，再吸收一部分候选。</translation>
    </message>
    <message>
        <source>The hidden state: the cell, squeezed by tanh, as far as the output gate shows it.</source>
        <translation>隐藏状态：单元状态经 tanh 压缩，再由输出门决定展示多少。</translation>
    </message>
    <message>
        <source>The hidden state: the update gate mixes the candidate with the old state.</source>
        <translation>隐藏状态：更新门把候选和旧状态按比例混合。</translation>
    </message>
    <message>
        <source>The hidden state: the activation of the sum. It is all that the next step gets to know of the past.</source>
        <translation>隐藏状态：加权和经过激活函数。下一步对过去的了解，全在这里面。</translation>
    </message>
    <message>
        <source>How much the loss changes with this number of the memory: what reads it at this step, and through the weights everything that comes after it in time.</source>
        <translation>损失随这个记忆值变化多少：既有这一步里读它的部分，也有沿着权重传来的、时间上在它之后的一切。</translation>
    </message>
    <message>
        <source>How much the loss changes with the cell: through the hidden state of this step, and through the cell of the next one. That second way has no weight and no squeezing in it, so gradients survive many steps.</source>
        <translation>损失随单元状态变化多少：一路经过这一步的隐藏状态，另一路经过下一步的单元。第二条路上没有权重，也没有压缩，所以梯度能保持许多步。</translation>
    </message>
    <message>
        <source>How much the loss changes with this sum: the gradient of what is made of it, times the slope of the activation there.</source>
        <translation>损失随这个加权和变化多少：由它得出的量的梯度，乘以激活函数在此处的斜率。</translation>
    </message>
    <message>
        <source>How much the loss changes with this number of the sequence: the gradients of all sums that read it at this step, through their weights.</source>
        <translation>损失随序列中的这个数变化多少：这一步里所有读它的加权和的梯度，各自乘以权重后相加。</translation>
    </message>
    <message>
        <source>The same bias works at every step: its gradient is the sum over all samples and steps.</source>
        <translation>每一步用的是同一个偏置：它的梯度是对所有样本、所有时间步求和。</translation>
    </message>
    <message>
        <source>The same weight works at every step: its gradient is the sum over all samples and steps of the gradient of what it feeds, times what it reads.</source>
        <translation>每一步用的是同一个权重：它的梯度是对所有样本、所有时间步求和，每一项是它所供给的量的梯度乘以它读到的数。</translation>
    </message>
    <message>
        <source>The gradient in the candidate&apos;s sum, as far as the reset gate lets the old state through.</source>
        <translation>候选加权和的梯度，乘以重置门放行旧状态的比例。</translation>
    </message>
    <message>
        <source>makes %1 (%2 numbers) out of %3 (%4 numbers): the number of numbers must stay the same.</source>
        <translation>要把 %3（%4 个数）变成 %1（%2 个数）：数的总个数必须保持不变。</translation>
    </message>
    <message>
        <source>The same number, in another shape.</source>
        <translation>同一个数，只是换了形状。</translation>
    </message>
    <message>
        <source>The gradient of the same number in the other shape.</source>
        <translation>另一形状中同一个数的梯度。</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Reads the same numbers in another shape, row after row: a list of 784 numbers as a picture of 1x28x28. Layers that look at neighbors need to know what lies beside what.</source>
        <translation>把同样的数按行换一种形状来读：例如把 784 个数的列表读作 1x28x28 的图片。要看相邻关系的层必须知道哪些数彼此相邻。</translation>
    </message>
    <message>
        <source>The new shape: channels x height x width of a picture, time x features of a sequence, or the length of a list.</source>
        <translation>新的形状：图片写通道 x 高 x 宽，序列写时间步 x 特征，列表写长度。</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>A number times its own sigmoid, also called swish: like a ReLU with a smooth corner and a shallow dip below 0, so that small negative numbers still learn.</source>
        <translation>一个数乘以它自己的 sigmoid，也叫 swish：像拐角平滑的 ReLU，在 0 以下略微下凹，因此较小的负数仍能学习。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A smooth ReLU: near 0 far on the left, near x far on the right, and always positive. Used where an output must be above 0, such as a spread or a rate.</source>
        <translation>平滑的 ReLU：左边远处接近 0，右边远处接近 x，始终为正。用在输出必须大于 0 的地方，例如标准差或速率。</translation>
    </message>
    <message>
        <source>has %1 = &quot;%2&quot;: write one number for both directions or height x width such as 3x5, each from %3 to %4.</source>
        <translation>的 %1 = “%2”：请写一个数（两个方向相同），或写高 x 宽，如 3x5，每个数从 %3 到 %4。</translation>
    </message>
    <message>
        <source>has %1 = &quot;%2&quot;: a sequence has one direction, so write one whole number.</source>
        <translation>的 %1 = “%2”：序列只有一个方向，请写一个整数。</translation>
    </message>
    <message>
        <source>cannot keep the size (padding = same) with a stride above 1: write the padding as a number.</source>
        <translation>步幅大于 1 时无法保持大小（padding = same）：请把填充写成一个数。</translation>
    </message>
    <message>
        <source>cannot keep the size (padding = same) with an even kernel: it would have to pad one side more than the other. Use an odd kernel.</source>
        <translation>卷积核大小为偶数时无法保持大小（padding = same）：两侧填充的数目会不同。请用奇数大小的卷积核。</translation>
    </message>
    <message>
        <source>slides over a picture (channels x height x width) and gets a flat list of %1 numbers, in which nothing says what lies beside what.</source>
        <translation>在图片（通道 x 高 x 宽）上滑动，得到的却是 %1 个数的一维列表，其中看不出哪些数彼此相邻。</translation>
    </message>
    <message>
        <source>slides over a picture (channels x height x width) and gets %1. A picture with one channel is 1x%1.</source>
        <translation>在图片（通道 x 高 x 宽）上滑动，得到的却是 %1。单通道的图片写作 1x%1。</translation>
    </message>
    <message>
        <source>reaches over %1 numbers, and what it gets is only %2: it fits nowhere. Make it smaller, or add padding.</source>
        <translation>的窗口要盖住 %1 个数，输入却只有 %2：哪里都放不下。请把窗口改小，或增加填充。</translation>
    </message>
    <message>
        <source>Set the window to %1</source>
        <translation>把窗口设为 %1</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How far the window moves from output to output; &quot;size&quot; moves it by its own size, so that windows do not overlap.</source>
        <translation>从一个输出到下一个输出，窗口移动多远；“size”表示移动一个窗口的大小，窗口之间互不重叠。</translation>
    </message>
    <message>
        <source>How far the window moves from output to output. 2 halves the height and width; 2x1 halves the height alone.</source>
        <translation>从一个输出到下一个输出，窗口移动多远。2 使高和宽减半；2x1 只让高减半。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>How many rows and columns of zeros are put around it. &quot;same&quot; takes as many as keep the size.</source>
        <translation>在四周补多少行、多少列 0。“same”表示补到大小保持不变。</translation>
    </message>
    <message>
        <source>How many rows and columns are put around it; at most half of the window.</source>
        <translation>在四周补多少行、多少列；最多为窗口的一半。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>空洞率</translation>
    </message>
    <message>
        <source>Distance between the numbers that one output reads. 2 leaves every second one out: the same weights see further.</source>
        <translation>一个输出所读的各个数之间的间距。2 表示隔一个读一个：同样多的权重能看得更远。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which does not belong there.</source>
        <translation>文件开头有字节顺序标记（BOM），这里不该有它。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 without it.</source>
        <translation>请存为不带 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte %1 does not fit.</source>
        <translation>文件不是 UTF-8：第 %1 个字节不符合。</translation>
    </message>
    <message>
        <source>The file should begin with {: a vocabulary is a JSON object of tokens and their numbers.</source>
        <translation>文件应以 { 开头：词表是一个 JSON 对象，由词元和它们的编号组成。</translation>
    </message>
    <message>
        <source>The file ends within the vocabulary.</source>
        <translation>文件在词表中间就结束了。</translation>
    </message>
    <message>
        <source>A comma or } should stand here.</source>
        <translation>这里应是逗号或 }。</translation>
    </message>
    <message>
        <source>Something stands behind the end of the vocabulary.</source>
        <translation>词表结束之后还有内容。</translation>
    </message>
    <message>
        <source>A token in quotes should stand here.</source>
        <translation>这里应是一个带引号的词元。</translation>
    </message>
    <message>
        <source>A control character stands within quotes.</source>
        <translation>引号内有控制字符。</translation>
    </message>
    <message>
        <source>A token is longer than %1 bytes.</source>
        <translation>有一个词元超过了 %1 个字节。</translation>
    </message>
    <message>
        <source>The quotes that begin here do not close.</source>
        <translation>从这里开始的引号没有配对。</translation>
    </message>
    <message>
        <source>A token is empty.</source>
        <translation>有一个词元是空的。</translation>
    </message>
    <message>
        <source>A token&apos;s number is too large; %1 tokens are the most.</source>
        <translation>词元的编号太大；最多只能有 %1 个词元。</translation>
    </message>
    <message>
        <source>A token&apos;s number should stand here: a whole number from 0 on.</source>
        <translation>这里应是词元的编号：从 0 开始的整数。</translation>
    </message>
    <message>
        <source>The vocabulary has more than %1 tokens.</source>
        <translation>词表的词元超过了 %1 个。</translation>
    </message>
    <message>
        <source>A colon should stand here.</source>
        <translation>这里应是冒号。</translation>
    </message>
    <message>
        <source>The vocabulary is empty.</source>
        <translation>词表是空的。</translation>
    </message>
    <message>
        <source>The token &quot;%1&quot; stands there twice, with the numbers %2 and %3.</source>
        <translation>词元“%1”出现了两次，编号分别是 %2 和 %3。</translation>
    </message>
    <message>
        <source>Two tokens have the number %1: &quot;%2&quot; and &quot;%3&quot;.</source>
        <translation>有两个词元的编号都是 %1：“%2”和“%3”。</translation>
    </message>
    <message>
        <source>No token has the number %1, and &quot;%2&quot; has the number %3: the %4 tokens should be numbered from 0 to %5.</source>
        <translation>没有编号为 %1 的词元，而“%2”的编号是 %3：%4 个词元应从 0 编到 %5。</translation>
    </message>
    <message>
        <source>Line %1 is empty; a merge should stand there.</source>
        <translation>第 %1 行是空的；那里应是一条合并规则。</translation>
    </message>
    <message>
        <source>Line %1 is longer than a merge can be.</source>
        <translation>第 %1 行太长，不可能是一条合并规则。</translation>
    </message>
    <message>
        <source>Line %1 is &quot;%2&quot;, and should be two parts with one space between.</source>
        <translation>第 %1 行是“%2”，它应由两部分组成，中间隔一个空格。</translation>
    </message>
    <message>
        <source>There are more than %1 merges.</source>
        <translation>合并规则超过了 %1 条。</translation>
    </message>
    <message>
        <source>The file holds no merges.</source>
        <translation>文件里没有合并规则。</translation>
    </message>
    <message>
        <source>The text is not UTF-8: byte %1 does not fit.</source>
        <translation>文本不是 UTF-8：第 %1 个字节不符合。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请存为 UTF-8。</translation>
    </message>
    <message>
        <source>Token %1, &quot;%2&quot;, holds the character %3, which stands for no byte.</source>
        <translation>第 %1 号词元“%2”含有字符 %3，它不代表任何字节。</translation>
    </message>
    <message>
        <source>A byte-level vocabulary writes a space as Ġ and a line break as Ċ.</source>
        <translation>字节级词表把空格写成 Ġ，把换行写成 Ċ。</translation>
    </message>
    <message>
        <source>The vocabulary has no token &quot;%1&quot; for the byte %2.</source>
        <translation>词表里没有代表字节 %2 的词元“%1”。</translation>
    </message>
    <message>
        <source>A byte-level vocabulary has a token for each of the 256 bytes.</source>
        <translation>字节级词表对 256 个字节各有一个词元。</translation>
    </message>
    <message>
        <source>Merge %1 is &quot;%2&quot;, and should be two parts with one space between.</source>
        <translation>第 %1 条合并规则是“%2”，它应由两部分组成，中间隔一个空格。</translation>
    </message>
    <message>
        <source>Merge %1, &quot;%2&quot;, needs the token &quot;%3&quot;, which the vocabulary lacks.</source>
        <translation>第 %1 条合并规则“%2”需要词元“%3”，而词表里没有它。</translation>
    </message>
    <message>
        <source>Merge %1, &quot;%2&quot;, joins &quot;%3&quot;, which no merge before it makes.</source>
        <translation>第 %1 条合并规则“%2”要用到“%3”，而前面没有哪条规则合并出它。</translation>
    </message>
    <message>
        <source>The order of the merges is their rank; get the file again.</source>
        <translation>合并规则的先后就是它们的优先级；请重新获取这个文件。</translation>
    </message>
    <message>
        <source>Merge %1, &quot;%2&quot;, stands there twice: it is merge %3, too.</source>
        <translation>第 %1 条合并规则“%2”重复了：它也是第 %3 条。</translation>
    </message>
    <message>
        <source>%1 of the %2 tokens of the vocabulary are made by none of the %3 merges.</source>
        <translation>词表的 %2 个词元中有 %1 个，是 %3 条合并规则都合并不出来的。</translation>
    </message>
    <message>
        <source>The network&apos;s output for token %1 is not a number: no next token can be drawn.</source>
        <translation>网络对第 %1 号词元的输出不是数：无法抽取下一个词元。</translation>
    </message>
    <message>
        <source>The weights may have diverged in training; use earlier ones.</source>
        <translation>权重可能在训练中发散了；请用更早的权重。</translation>
    </message>
    <message>
        <source>No token can come next: the network rules all of them out.</source>
        <translation>没有词元可以接下去：网络把它们全排除了。</translation>
    </message>
    <message>
        <source>The temperature is %1; it must be 0 or more.</source>
        <translation>温度是 %1；它必须大于或等于 0。</translation>
    </message>
    <message>
        <source>top-k is %1; it must be 0 (all tokens) or more.</source>
        <translation>top-k 是 %1；它必须是 0（全部词元）或更大。</translation>
    </message>
    <message>
        <source>top-p is %1; it must lie above 0 and at most at 1.</source>
        <translation>top-p 是 %1；它必须大于 0，且不超过 1。</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>The vocabulary has %1 tokens; %2 is the most.</source>
        <translation>词表有 %1 个词元；最多 %2 个。</translation>
    </message>
    <message>
        <source>Token %1 of the vocabulary is empty.</source>
        <translation>词表的第 %1 号词元是空的。</translation>
    </message>
    <message>
        <source>Token %1 of the vocabulary is not UTF-8.</source>
        <translation>词表的第 %1 号词元不是 UTF-8。</translation>
    </message>
    <message>
        <source>The tokens %1 and %2 of the vocabulary are the same.</source>
        <translation>词表的第 %1 号和第 %2 号词元相同。</translation>
    </message>
    <message>
        <source>The character %1 at %2 is not one of the %3 characters of the vocabulary.</source>
        <translation>%2的字符 %1 不在词表的 %3 个字符之中。</translation>
    </message>
    <message>
        <source>Leave it out, or train with a text that has it.</source>
        <translation>去掉它，或用含有它的文本来训练。</translation>
    </message>
    <message>
        <source>The word &quot;%1&quot; at %2 is not one of the %3 words of the vocabulary.</source>
        <translation>%2的词“%1”不在词表的 %3 个词之中。</translation>
    </message>
    <message>
        <source>Write it as the vocabulary does, with spaces between the words.</source>
        <translation>请按词表的写法来写，词与词之间用空格隔开。</translation>
    </message>
    <message>
        <source>Token %1 of the vocabulary is &quot;%2&quot;, and should be one character.</source>
        <translation>词表的第 %1 号词元是“%2”，它应是一个字符。</translation>
    </message>
    <message>
        <source>Token %1 of the vocabulary is &quot;%2&quot;, and a word holds no white space.</source>
        <translation>词表的第 %1 号词元是“%2”，而词里不能有空白字符。</translation>
    </message>
    <message>
        <source>A vocabulary of the kind &quot;%1&quot; has no merges.</source>
        <translation>“%1”类的词表没有合并规则。</translation>
    </message>
    <message>
        <source>There is no kind of vocabulary &quot;%1&quot;; known are %2.</source>
        <translation>没有“%1”这类词表；已知的有 %2。</translation>
    </message>
    <message>
        <source>mask: 1 where an item counts</source>
        <translation>掩码：计入损失的项为 1</translation>
    </message>
    <message>
        <source>Give it %1 tokens</source>
        <translation>把词表大小设为 %1</translation>
    </message>
    <message>
        <source>%1 has vectors for the tokens 0 to %2, and sample %3 of the data has the token %4.</source>
        <translation>%1 只有词元 0 到 %2 的向量，而数据的样本 %3 中有词元 %4。</translation>
    </message>
    <message>
        <source>Make its vocabulary as large as that of the data.</source>
        <translation>请把它的词表大小设为与数据一致。</translation>
    </message>
    <message>
        <source>Adding two numbers</source>
        <translation>把两个数相加</translation>
    </message>
    <message>
        <source>Digits, convolution</source>
        <translation>手写数字：卷积</translation>
    </message>
    <message>
        <source>Global pooling</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;.</source>
        <translation>%1 没有名为“%2”的参数。</translation>
    </message>
    <message>
        <source>A sweep varies one or two settings.</source>
        <translation>超参数搜索一次改变一项或两项设置。</translation>
    </message>
    <message>
        <source>The runs of a sweep need an end: set epochs or steps.</source>
        <translation>搜索中的每次训练都要有终点：请设定轮数（epochs）或步数（steps）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say what to vary: write a setting and its values, such as rate=0.1,0.01 or dense1.units=8,16.</source>
        <translation>“%1”没有说明要改变什么：请写出一项设置和它的各个取值，例如 rate=0.1,0.01 或 dense1.units=8,16。</translation>
    </message>
    <message>
        <source>The file names a best step, and has no weights &quot;%1&quot; of shape %2 for it.</source>
        <translation>文件写明了最好的一步，却没有与之对应、形状为 %2 的权重“%1”。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>LeCun</source>
        <translation>LeCun</translation>
    </message>
    <message>
        <source>How far the prediction lies on the right side: negative when the answer is wrong.</source>
        <translation>预测值在正确一侧离 0 有多远：答错时为负。</translation>
    </message>
    <message>
        <source>What is missing to the margin.</source>
        <translation>离间隔还差多少。</translation>
    </message>
    <message>
        <source>The answer is right by more than the margin: it costs nothing.</source>
        <translation>答案正确，而且超出了间隔：没有损失。</translation>
    </message>
    <message>
        <source>The margin is not reached: the prediction is pulled to its side, equally hard wherever it is.</source>
        <translation>还没有达到间隔：预测值被拉向正确的一侧，无论它在哪里，拉力都一样。</translation>
    </message>
    <message>
        <source>The answer is right by more than the margin: no gradient.</source>
        <translation>答案正确，而且超出了间隔：没有梯度。</translation>
    </message>
    <message>
        <source>Hinge loss</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>For yes or no. A prediction is above 0 for yes and below 0 for no; it costs nothing once it is right by the margin. The loss of support vector machines: only the hard samples count.</source>
        <translation>用于是非判断。预测值大于 0 表示“是”，小于 0 表示“否”；只要正确并超出间隔，就没有损失。这是支持向量机的损失：只有难分的样本起作用。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>How far a prediction must lie on the right side of 0 before it costs nothing.</source>
        <translation>预测值要在 0 的正确一侧离开多远，才不再有损失。</translation>
    </message>
    <message>
        <source>distance on the right side</source>
        <translation>在正确一侧的距离</translation>
    </message>
    <message>
        <source>Prediction minus target.</source>
        <translation>预测值减目标值。</translation>
    </message>
    <message>
        <source>The prediction is within delta of its target: half the squared difference.</source>
        <translation>预测值与目标值相差不超过 δ：损失是差的平方的一半。</translation>
    </message>
    <message>
        <source>The prediction is further than delta from its target: here the loss grows in a straight line.</source>
        <translation>预测值与目标值相差超过 δ：在这里损失沿直线增长。</translation>
    </message>
    <message>
        <source>Within delta the gradient is the difference, divided by how many there are.</source>
        <translation>在 δ 以内，梯度就是两者之差，再除以数值的个数。</translation>
    </message>
    <message>
        <source>Beyond delta the gradient stays at delta: a target that is far off pulls no harder.</source>
        <translation>超出 δ 之后，梯度的大小保持为 δ：偏离再远的目标值，拉力也不会更大。</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>For numbers. Squared error near the target and absolute error beyond delta: smooth at the end of training, and calm about targets that are far off.</source>
        <translation>用于预测数值。靠近目标值时是平方误差，超出 δ 后是绝对误差：训练后期平滑，又不会被个别偏离很远的目标值牵着走。</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Where squared error ends and absolute error begins, in the units of the target.</source>
        <translation>平方误差与绝对误差的分界点，单位与目标值相同。</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>The distance between prediction and target.</source>
        <translation>预测值与目标值之间的距离。</translation>
    </message>
    <message>
        <source>Only the side counts, not the distance: every prediction is pulled equally hard.</source>
        <translation>只看在哪一侧，不看相距多远：每个预测值受到的拉力一样大。</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>For numbers. The average distance between prediction and target. A few targets that are far off pull no harder than the others: it finds the median where squared error finds the mean.</source>
        <translation>用于预测数值。预测值与目标值的平均距离。少数偏离很远的目标值并不比别的拉得更重：平方误差找到的是平均数，它找到的是中位数。</translation>
    </message>
    <message>
        <source>The loss of one sample: minus the logarithms of all probabilities, weighed by the smoothed target.</source>
        <translation>一个样本的损失：所有概率的对数取负，按平滑后的目标加权求和。</translation>
    </message>
    <message>
        <source>The probability of this class minus what the smoothed target gives it, divided by the number of samples.</source>
        <translation>这一类的概率减去平滑后的目标分给它的份额，再除以样本数。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Takes this share of the target away from the right class and spreads it evenly over all, so that the network need not be surer than sure. 0.1 is usual; 0 switches it off.</source>
        <translation>从正确类别的目标中拿出这么大的份额，平均分给所有类别，使网络不必追求过分的自信。常用 0.1；0 表示关闭。</translation>
    </message>
    <message>
        <source>Several layers use this weight: what comes back from each of them is added.</source>
        <translation>有几层共用这个权重：把从各层传回来的梯度相加。</translation>
    </message>
    <message>
        <source>%1 now has %2 vectors, one for each token of the data.</source>
        <translation>%1现在有 %2 个向量，数据的每个词元一个。</translation>
    </message>
    <message>
        <source>The data have no validation part: %1 of the training samples were taken for it, %2 are left to train on.</source>
        <translation>数据没有验证集：从训练样本中取出 %1 个作为验证集，剩下 %2 个用于训练。</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Momentum that looks ahead: it takes the gradient as if the next step had already gone on, and so brakes earlier before the other side of a valley.</source>
        <translation>会向前看的动量：它像下一步已经迈出那样使用梯度，因而在冲上山谷对面之前更早刹车。</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Divides each weight&apos;s step by the root of all its squared gradients so far: rare features keep large steps. The steps only ever become smaller.</source>
        <translation>每个权重的步长除以它迄今所有梯度平方和的平方根：少见的特征保持较大的步长。步长只会越来越小。</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Divides each weight&apos;s step by the root of a running mean of its squared gradients, so that steep and flat directions move alike. Beta 2 is its memory; 0.99 is usual.</source>
        <translation>每个权重的步长除以它的梯度平方滑动平均的平方根，使陡峭和平坦的方向走得一样快。β₂ 决定记忆有多长，常用 0.99。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam with weight decay of its own: the weights shrink by a share of themselves, and not through the gradient that Adam would rescale. The usual choice for transformers.</source>
        <translation>带独立权重衰减的 Adam：权重直接按自身的一定比例缩小，而不是通过会被 Adam 重新缩放的梯度。训练 Transformer 时的常用选择。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run. Large steps first find the valley, small ones at the end settle in it.</source>
        <translation>学习率在训练过程中如何变化。先用大步找到山谷，最后用小步落到谷底。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>For so many steps the rate grows evenly up to its full value, so that the first, rough gradients move little; 0 starts with the full rate.</source>
        <translation>在最初这么多步里，学习率均匀地增大到设定值，使开头粗糙的梯度不会走得太远；0 表示一开始就用设定值。</translation>
    </message>
    <message>
        <source>Decay steps</source>
        <translation>衰减步数</translation>
    </message>
    <message>
        <source>Step: after so many steps each the rate is multiplied by the decay factor. Exponential: the same, but smoothly. Cosine: the step at which the smallest rate is reached. 0 means one epoch, for cosine the end of the run.</source>
        <translation>阶梯：每隔这么多步，学习率乘以一次衰减系数。指数：同样，但平滑地变化。余弦：到这一步时达到最小学习率。0 表示一轮（epoch），对余弦则表示训练结束时。</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>What the rate is multiplied by every so many steps, in the schedules step and exponential.</source>
        <translation>在阶梯和指数调度中，每隔一定步数学习率要乘的系数。</translation>
    </message>
    <message>
        <source>Smallest rate</source>
        <translation>最小学习率</translation>
    </message>
    <message>
        <source>The schedule does not let the rate fall below this; cosine ends with it.</source>
        <translation>调度不会让学习率低于这个值；余弦以它结束。</translation>
    </message>
    <message>
        <source>How slowly the mean of the squared gradients forgets, in Adam, AdamW and RMSProp.</source>
        <translation>在 Adam、AdamW 和 RMSProp 中，梯度平方的平均值遗忘得有多慢。</translation>
    </message>
    <message>
        <source>Keeps Adam and its relatives from dividing by 0.</source>
        <translation>防止 Adam 及同类优化器除以 0。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>In every step AdamW shrinks each weight by rate times weight decay, apart from its gradient.</source>
        <translation>AdamW 每一步都让每个权重缩小“学习率乘以权重衰减”的比例，与梯度无关。</translation>
    </message>
    <message>
        <source>Decay on</source>
        <translation>衰减对象</translation>
    </message>
    <message>
        <source>Which parameters the weight decay shrinks. Biases and gains have no reason to be small: usually only the weights decay.</source>
        <translation>权重衰减作用于哪些参数。偏置和增益没有理由变小：通常只让权重衰减。</translation>
    </message>
    <message>
        <source>weights only</source>
        <translation>仅权重</translation>
    </message>
    <message>
        <source>all parameters</source>
        <translation>所有参数</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Where the norm of all gradients together is larger, all are scaled down to it: one bad batch cannot throw the weights far away. 0 never clips; 1 is usual.</source>
        <translation>当全部梯度合在一起的范数超过这个值时，把它们一同缩小到这个值：一个糟糕的批量不会把权重甩得很远。0 表示不裁剪，常用 1。</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Stops after so many seconds of training; 0 sets no limit. Such a run can be repeated to its last step only.</source>
        <translation>训练这么多秒后停止；0 表示不限。这样的训练只能按它的最后一步来重现。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Early stopping: ends the run when the validation loss has had no new minimum for so many epochs, and goes back to the weights of the best. Without a validation part a tenth of the training part becomes it. 0 never stops.</source>
        <translation>早停：验证损失连续这么多轮（epoch）没有新低时结束训练，并回到最好的那一轮的权重。没有验证集时，取训练集的十分之一作为验证集。0 表示从不早停。</translation>
    </message>
    <message>
        <source>Initial size</source>
        <translation>初始大小</translation>
    </message>
    <message>
        <source>Of the initializers with a size of their own: the number itself for constant, the standard deviation for normal.</source>
        <translation>用于自带大小的初始化方法：“常数”取这个数本身，“正态分布”取它作标准差。</translation>
    </message>
    <message>
        <source>The run has not come to step %1 yet: it has done %2.</source>
        <translation>这次训练还没有到第 %1 步：目前完成了 %2 步。</translation>
    </message>
    <message>
        <source>This run keeps no earlier states: it cannot go back.</source>
        <translation>这次训练没有保存先前的状态：无法回退。</translation>
    </message>
    <message>
        <source>The ones first, as one adds on paper: each digit then needs only the carry from the one before. As written, the first digit needs all carries at once and takes longer to learn.</source>
        <translation>个位在前，就像列竖式：这样每一位只需要前一位的进位。按平常的顺序写，第一位就要一次算清所有进位，学起来更久。</translation>
    </message>
    <message>
        <source>What the network is to say. The class of a picture; or the picture itself, for an autoencoder: then no class is needed, and the loss compares numbers.</source>
        <translation>网络要回答什么：图片的类别，或者图片本身（用于自编码器：这时不需要类别，损失比较的是数值）。</translation>
    </message>
    <message>
        <source>its class</source>
        <translation>它的类别</translation>
    </message>
    <message>
        <source>the picture itself</source>
        <translation>图片本身</translation>
    </message>
    <message>
        <source>The answer to each picture is the picture itself; its class is not used.</source>
        <translation>每张图片要回答的就是图片本身，不使用它的类别。</translation>
    </message>
    <message>
        <source>%1 uses the weights of %2, which is switched off and has none.</source>
        <translation>“%1”共用“%2”的权重，而“%2”已经关闭，没有权重。</translation>
    </message>
    <message>
        <source>A PyTorch script ends in .py, and %1 does not.</source>
        <translation>PyTorch 脚本的文件名应以 .py 结尾，而 %1 不是。</translation>
    </message>
    <message>
        <source>%1 cannot be exported: this version does not know what PyTorch calls it.</source>
        <translation>“%1”无法导出：这个版本不知道它在 PyTorch 中对应什么。</translation>
    </message>
    <message>
        <source>A sample with %1 axes cannot be exported: one more for the batch is too many.</source>
        <translation>一个样本有 %1 个轴，无法导出：再加上批量的轴就太多了。</translation>
    </message>
    <message>
        <source>The loss of these weights is not a number: there is nothing that a script could reproduce.</source>
        <translation>用这组权重算出的损失不是一个数：脚本没有可以重现的结果。</translation>
    </message>
    <message>
        <source>Export weights from before the training diverged.</source>
        <translation>请导出训练发散之前的权重。</translation>
    </message>
    <message>
        <source>The project holds no runs: there is nothing to write.</source>
        <translation>项目中没有训练记录：没有内容可写。</translation>
    </message>
    <message>
        <source>Train it in the window and save it; the runs are saved with it.</source>
        <translation>请在窗口中训练并保存项目；训练记录会随项目一起保存。</translation>
    </message>
    <message>
        <source>A tanh RNN says what it read ten steps ago. Make the delay longer and find where training no longer gets there; then compare an LSTM or a GRU.</source>
        <translation>一个 tanh RNN 说出十步之前读到的内容。把延迟加长，看训练到哪里就学不会了；再和 LSTM、GRU 比一比。</translation>
    </message>
    <message>
        <source>Through the bottleneck</source>
        <translation>穿过瓶颈</translation>
    </message>
    <message>
        <source>An autoencoder passes pictures of digits through 16 numbers and draws them again; nobody tells it which digits they are.</source>
        <translation>自编码器把数字图片压缩成 16 个数，再重新画出来；没有人告诉它图上是哪个数字。</translation>
    </message>
    <message>
        <source>Words as points</source>
        <translation>把词画成点</translation>
    </message>
    <message>
        <source>Each word learns to foretell its neighbors, and words that are used alike come to lie close together.</source>
        <translation>每个词学着预测自己的邻词，用法相近的词会渐渐靠到一起。</translation>
    </message>
    <message>
        <source>Saying a word backwards</source>
        <translation>倒着拼单词</translation>
    </message>
    <message>
        <source>One attention head learns where to look: its map becomes the mirrored diagonal. Take the positions away and it cannot.</source>
        <translation>一个注意力头学会该看哪里：它的注意力图会变成一条反向对角线。去掉位置嵌入，它就做不到了。</translation>
    </message>
    <message>
        <source>A GPT that adds</source>
        <translation>会做加法的 GPT</translation>
    </message>
    <message>
        <source>A small GPT reads 27+58= and writes the sum digit by digit, the ones first. Its test has pairs of numbers that it never saw.</source>
        <translation>小型 GPT 读入 27+58=，再从个位起一位一位地写出和。测试用的都是它从没见过的数对。</translation>
    </message>
    <message>
        <source>A small GPT</source>
        <translation>小型 GPT</translation>
    </message>
    <message>
        <source>Four transformer blocks learn to go on with a text, token by token: names here, or any text that you open.</source>
        <translation>四个 Transformer 块学着逐个词元地把文本续写下去：这里是名字，也可以打开任何文本。</translation>
    </message>
    <message>
        <source>A recurrent layer whose update gate decides how much of the old memory stays and how much is replaced. Carries numbers through many steps as an LSTM does, with three quarters of its weights.</source>
        <translation>一种循环层，由更新门决定旧记忆保留多少、替换多少。和 LSTM 一样能把数带过很多步，权重只有它的四分之三。</translation>
    </message>
    <message>
        <source>A recurrent layer with a cell that gates open and close: what to write, what to keep, what to show. While the gates let it, the cell passes gradients back unchanged, so that a number can be carried through many steps; it has four times the weights of a plain RNN.</source>
        <translation>一种带记忆单元的循环层，由几个门开合控制：写入什么、保留什么、展示什么。只要门允许，梯度沿记忆单元往回传时就保持不变，所以一个数可以带过很多步；权重是普通 RNN 的四倍。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step and keeps a memory: at every step the new input and the old memory are mixed by the same weights. Simple and fast. What was read long ago is hard to keep, since gradients fade or grow on the way back: how far it reaches depends on the task and on how long it trains.</source>
        <translation>逐步读入序列，并保持一份记忆：每一步都用同一组权重把新的输入和旧的记忆混合起来。简单、快。很久以前读到的内容难以保住，因为梯度在往回传的路上会逐渐消失或越变越大：能记多远，取决于任务，也取决于训练多久。</translation>
    </message>
    <message>
        <source>It cannot go step by step: %1 is no sequence.</source>
        <translation>无法逐步运行：形状 %1 不是序列。</translation>
    </message>
    <message>
        <source>It cannot go step by step: one input has %1 steps and another %2.</source>
        <translation>无法逐步运行：一个输入有 %1 步，另一个有 %2 步。</translation>
    </message>
    <message>
        <source>It cannot go step by step: %1 needs the whole sequence at once.</source>
        <translation>无法逐步运行：%1需要一次看到整个序列。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s layer norms add %1 to the variance; here it is 0.00001.</source>
        <translation>检查点的层归一化给方差加上 %1；这里加的是 0.00001。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s activation is %1; GPT-2&apos;s is gelu_new.</source>
        <translation>检查点的激活函数是 %1；GPT-2 用的是 gelu_new。</translation>
    </message>
    <message>
        <source>The checkpoint divides its attention scores by the number of the layer, which is not done here.</source>
        <translation>这个检查点会把注意力分数除以层的编号，这里不支持这种做法。</translation>
    </message>
    <message>
        <source>The checkpoint has no tensor &quot;%1&quot;; GPT-2 of this size has one of %2.</source>
        <translation>检查点里没有张量“%1”；这种规模的 GPT-2 应有一个形状为 %2 的同名张量。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; is %2; in GPT-2 of this size it is %3.</source>
        <translation>张量“%1”的形状是 %2；在这种规模的 GPT-2 中应为 %3。</translation>
    </message>
    <message>
        <source>The checkpoint has a tensor &quot;%1&quot; (%2) that GPT-2 does not have.</source>
        <translation>检查点里有张量“%1”（%2），而 GPT-2 没有这个张量。</translation>
    </message>
    <message>
        <source>The checkpoint has no tensor &quot;%1&quot;: it is not that of a GPT-2.</source>
        <translation>检查点里没有张量“%1”：它不是 GPT-2 的检查点。</translation>
    </message>
    <message>
        <source>Only checkpoints with GPT-2&apos;s published names can be opened.</source>
        <translation>只能打开使用 GPT-2 公开发布的张量名称的检查点。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s width %1 cannot be shared among %2 heads.</source>
        <translation>检查点的宽度 %1 无法平均分给 %2 个注意力头。</translation>
    </message>
    <message>
        <source>The hidden layer of its blocks has %1 units; it should be a multiple of the width %2.</source>
        <translation>块中隐藏层有 %1 个单元；它应当是宽度 %2 的整数倍。</translation>
    </message>
    <message>
        <source>The checkpoint has vectors for %1 positions; a context of %2 tokens is too long.</source>
        <translation>检查点有 %1 个位置的向量；%2 个词元的上下文太长了。</translation>
    </message>
    <message>
        <source>There is no .safetensors file in the folder.</source>
        <translation>文件夹里没有 .safetensors 文件。</translation>
    </message>
    <message>
        <source>A GPT-2 checkpoint is model.safetensors with encoder.json (or vocab.json) and vocab.bpe (or merges.txt) beside it.</source>
        <translation>GPT-2 检查点由 model.safetensors 以及旁边的 encoder.json（或 vocab.json）和 vocab.bpe（或 merges.txt）组成。</translation>
    </message>
    <message>
        <source>There are %1 .safetensors files in the folder; a GPT-2 checkpoint is one.</source>
        <translation>文件夹里有 %1 个 .safetensors 文件；GPT-2 检查点只应有一个。</translation>
    </message>
    <message>
        <source>The checkpoint has vectors for %1 tokens, and the vocabulary beside it has %2.</source>
        <translation>检查点有 %1 个词元的向量，而旁边的词表有 %2 个词元。</translation>
    </message>
    <message>
        <source>This network is no language model: it does not read one row of tokens.</source>
        <translation>这个网络不是语言模型：它读的不是一行词元。</translation>
    </message>
    <message>
        <source>Only a network that begins with tokens and an Embedding can continue a text.</source>
        <translation>只有以词元输入和嵌入层开头的网络才能续写文本。</translation>
    </message>
    <message>
        <source>This network is no language model: it gives %1, and it should give one number for each token of at most %2, at every step or at the last.</source>
        <translation>这个网络不是语言模型：它的输出是 %1；它应当在每一步或最后一步为每个词元（至多 %2 个）给出一个数。</translation>
    </message>
    <message>
        <source>Nothing is kept from token to token, as was asked.</source>
        <translation>按要求，词元之间不保留任何中间结果。</translation>
    </message>
    <message>
        <source>There is no text to go on from: it needs at least one token.</source>
        <translation>没有可以续写的文本：至少需要一个词元。</translation>
    </message>
    <message>
        <source>Token %1 of the text has the number %2; the network knows the numbers 0 to %3.</source>
        <translation>文本的第 %1 个词元编号为 %2；网络只认识编号 0 到 %3。</translation>
    </message>
    <message>
        <source>There is nothing for the logit lens to look through: no repeated group and no Add stands before the last layers.</source>
        <translation>logit 透镜没有可看的地方：最后几层之前既没有重复的组，也没有相加层。</translation>
    </message>
    <message>
        <source>The text has %1 tokens, and the network reads %2 at once.</source>
        <translation>文本有 %1 个词元，而网络一次只读 %2 个。</translation>
    </message>
    <message>
        <source>Step %1 comes after step %2: the mask takes it out before the softmax, so it has no score, gets no attention and sends nothing back.</source>
        <translation>第 %1 步在第 %2 步之后：掩码在 softmax 之前就把它去掉了，所以它没有分数，得不到注意力，也没有梯度传回。</translation>
    </message>
    <message>
        <source>The running mean that a network in use takes: a share of this batch&apos;s mean goes in.</source>
        <translation>使用网络时采用的滑动均值：把本批量均值的一部分混入其中。</translation>
    </message>
    <message>
        <source>The running variance that a network in use takes: a share of this batch&apos;s variance goes in. Divided by n - 1 in place of n, it estimates that of all data.</source>
        <translation>使用网络时采用的滑动方差：把本批量方差的一部分混入其中。除以 n - 1 而不是 n，才是对全部数据方差的无偏估计。</translation>
    </message>
    <message>
        <source>How far this number lies above its channel&apos;s mean in this batch.</source>
        <translation>这个数比本批量中所在通道的均值高出多少。</translation>
    </message>
    <message>
        <source>The variance of channel %1 in this batch: the mean of its squared distances from the mean.</source>
        <translation>通道 %1 在本批量中的方差：各数与均值之差的平方的平均。</translation>
    </message>
    <message>
        <source>distances from the mean</source>
        <translation>与均值之差</translation>
    </message>
    <message>
        <source>variances of the batch</source>
        <translation>批量的方差</translation>
    </message>
    <message>
        <source>What comes back through the sigmoid: its slope is p (1 - p). Once more, written out, the gradient that simplifies to the probability minus the right answer.</source>
        <translation>经 sigmoid 传回的梯度：它的斜率是 p (1 - p)。这里把过程完整写出，化简后就是概率减去正确答案。</translation>
    </message>
    <message>
        <source>How much the loss changes with this probability: the more, the surer the network is of the wrong answer.</source>
        <translation>损失随这个概率变化多少：网络对错误答案越有把握，变化越大。</translation>
    </message>
    <message>
        <source>gradient in the probability</source>
        <translation>对概率的梯度</translation>
    </message>
    <message>
        <source>gradient through the sigmoid</source>
        <translation>经 sigmoid 传回的梯度</translation>
    </message>
    <message>
        <source>How far the number lies above the mean of its row.</source>
        <translation>这个数比所在行的均值高出多少。</translation>
    </message>
    <message>
        <source>One over the row&apos;s standard deviation; 0.00001 is added under the root, so that a row of equal numbers does no harm.</source>
        <translation>该行标准差的倒数；根号内加上 0.00001，这样一行数全都相等时也不会出问题。</translation>
    </message>
    <message>
        <source>The variance of the row: the mean of its squared distances from the mean.</source>
        <translation>该行的方差：各数与均值之差的平方的平均。</translation>
    </message>
    <message>
        <source>variance of the row</source>
        <translation>该行的方差</translation>
    </message>
    <message>
        <source>How steep the activation is here: what share of the gradient it lets through.</source>
        <translation>激活函数在这里有多陡：它让多少比例的梯度通过。</translation>
    </message>
    <message>
        <source>The cell, squeezed to between -1 and 1 before the output gate shows it.</source>
        <translation>细胞状态先压缩到 -1 与 1 之间，再由输出门决定显露多少。</translation>
    </message>
    <message>
        <source>slopes of the activations, step by step</source>
        <translation>逐个时间步的激活函数斜率</translation>
    </message>
    <message>
        <source>cell state, squeezed</source>
        <translation>压缩后的细胞状态</translation>
    </message>
    <message>
        <source>What comes back through the softmax: raising one logit raises its own probability and lowers all others. Once more, written out, the gradient that simplifies to the probability minus the target.</source>
        <translation>经 softmax 传回的梯度：提高一个 logit，会提高它自己的概率，并降低其他所有概率。这里把过程完整写出，化简后就是概率减去目标。</translation>
    </message>
    <message>
        <source>How much the loss changes with this probability: only that of the right class is in the loss, and it counts the more the smaller it is.</source>
        <translation>损失随这个概率变化多少：损失中只出现正确类别的概率，而且它越小，影响越大。</translation>
    </message>
    <message>
        <source>How much the loss changes with this probability: by its share of the smoothed target, the more the smaller the probability is.</source>
        <translation>损失随这个概率变化多少：按它在平滑后的目标中所占的份额计，概率越小，影响越大。</translation>
    </message>
    <message>
        <source>gradient in the probabilities</source>
        <translation>对各概率的梯度</translation>
    </message>
    <message>
        <source>gradient through the softmax</source>
        <translation>经 softmax 传回的梯度</translation>
    </message>
    <message>
        <source>The central difference agrees with the gradient: they differ by less than a millionth.</source>
        <translation>中心差分与梯度一致：两者相差不到百万分之一。</translation>
    </message>
    <message>
        <source>The gradient was formed in float, which has about 7 digits; formed in double it agrees with the central difference.</source>
        <translation>这个梯度是用 float 算的，约有 7 位有效数字；改用 double 计算时，它与中心差分一致。</translation>
    </message>
    <message>
        <source>Within this step %1 has a kink: on the left the loss changes by %2 per unit, on the right by %3, and the difference is a mixture. At a kink there is no derivative; the gradient is that of one side.</source>
        <translation>在这个步长之内，“%1”有一个折点：左侧损失的变化率是 %2，右侧是 %3，差分得到的是两者的混合。折点处没有导数，梯度取的是其中一侧的值。</translation>
    </message>
    <message>
        <source>Rounding limits the difference here: so small a step changes the loss only in its last digits. A larger step shows more.</source>
        <translation>这里的差分受舍入误差限制：步长这么小，损失只在最后几位上有变化。把步长取大一些会看得更清楚。</translation>
    </message>
    <message>
        <source>The step is so large that the loss curves over it: with half the step the two are nearer. Take a smaller one.</source>
        <translation>步长太大，损失在这段距离上已经弯曲：步长减半后两者更接近。请取小一些的步长。</translation>
    </message>
    <message>
        <source>The central difference is close to the gradient: they agree in three digits or more.</source>
        <translation>中心差分与梯度接近：至少前三位数字相同。</translation>
    </message>
    <message>
        <source>The central difference and the gradient do not agree.</source>
        <translation>中心差分与梯度不一致。</translation>
    </message>
    <message>
        <source>%1 has no gradient in this step, and so no path to the loss.</source>
        <translation>%1 在这一步没有梯度，所以没有通向损失的路径。</translation>
    </message>
    <message>
        <source>%1 lies too far from the loss to follow its paths.</source>
        <translation>%1 离损失太远，无法逐条追踪路径。</translation>
    </message>
    <message>
        <source>A traced step holds at most %1 samples.</source>
        <translation>逐步查看的一步最多包含 %1 个样本。</translation>
    </message>
    <message>
        <source>The network has no loss: there is nothing to send back.</source>
        <translation>网络没有损失：没有可以反向传播的内容。</translation>
    </message>
    <message>
        <source>There are no data to take samples from: open some, or enter the sample.</source>
        <translation>没有可供选取样本的数据：请打开数据，或直接输入样本。</translation>
    </message>
    <message>
        <source>%1 can only be a number.</source>
        <translation>%1 只能是一个数。</translation>
    </message>
    <message>
        <source>%1 takes tokens: whole numbers from 0 to %2.</source>
        <translation>“%1”的输入是词元：0 到 %2 的整数。</translation>
    </message>
    <message>
        <source>The target of %1 can only be a number.</source>
        <translation>“%1”的目标只能是一个数。</translation>
    </message>
    <message>
        <source>The target of %1 is a class: a whole number from 0 to %2.</source>
        <translation>“%1”的目标是类别：0 到 %2 的整数。</translation>
    </message>
    <message>
        <source>The network has %1 inputs, and the entered sample fills %2.</source>
        <translation>网络有 %1 个输入，而输入的样本只给出了 %2 个。</translation>
    </message>
    <message>
        <source>%1 has the shape %2, and %3 numbers were entered.</source>
        <translation>“%1”的形状是 %2，而输入了 %3 个数。</translation>
    </message>
    <message>
        <source>The network gives %1 numbers to compare, and %2 were entered as target.</source>
        <translation>网络给出 %1 个要比较的数，而输入的目标有 %2 个。</translation>
    </message>
    <message>
        <source>%1 cannot be changed: it is computed from other numbers. Weights, inputs and targets can.</source>
        <translation>%1 不能修改：它是由其他数算出来的。可以修改的是权重、输入和目标。</translation>
    </message>
    <message>
        <source>The weights or the optimizer&apos;s state do not fit this network.</source>
        <translation>权重或优化器状态与这个网络不相符。</translation>
    </message>
    <message>
        <source>Taking a step of this network apart needs about %1 of memory, and %2 are free.</source>
        <translation>拆解这个网络的一步训练约需 %1 内存，目前可用 %2。</translation>
    </message>
    <message>
        <source>Take a smaller network of the same kind: with fewer blocks or units its formulas are the same.</source>
        <translation>请换一个同类的小网络：模块或单元少一些，公式是一样的。</translation>
    </message>
    <message>
        <source>%1, before the step</source>
        <translation>%1（更新之前）</translation>
    </message>
    <message>
        <source>The weight lay within the learning rate times L1 of 0: L1 makes it exactly 0, and so a weight that is not needed disappears.</source>
        <translation>这个权重与 0 的距离不超过学习率乘以 L1：L1 使它恰好变为 0，用不着的权重就这样消失了。</translation>
    </message>
    <message>
        <source>L1 draws the weight towards 0 by the learning rate times L1, however large it is: this one is positive and becomes smaller.</source>
        <translation>无论权重多大，L1 都把它向 0 拉近“学习率乘以 L1”这么多：这个权重是正数，所以变小。</translation>
    </message>
    <message>
        <source>L1 draws the weight towards 0 by the learning rate times L1, however large it is: this one is negative and becomes larger.</source>
        <translation>无论权重多大，L1 都把它向 0 拉近“学习率乘以 L1”这么多：这个权重是负数，所以变大。</translation>
    </message>
    <message>
        <source>The weight after the step: what it was, the change by its gradient, and the change by weight decay.</source>
        <translation>更新后的权重：原来的值，加上梯度带来的变化，再加上权重衰减带来的变化。</translation>
    </message>
    <message>
        <source>The weight after the step: what it was, and the change by its gradient.</source>
        <translation>更新后的权重：原来的值，加上梯度带来的变化。</translation>
    </message>
    <message>
        <source>The learning rate of the settings.</source>
        <translation>训练设置中的学习率。</translation>
    </message>
    <message>
        <source>The learning rate warms up: in its first steps it grows evenly to the rate of the settings.</source>
        <translation>学习率正在预热：在最初几步中，它均匀地增大到设置的学习率。</translation>
    </message>
    <message>
        <source>The learning rate falls along half a cosine from the rate of the settings to the least rate.</source>
        <translation>学习率沿半个余弦曲线，从设置的值降到最小学习率。</translation>
    </message>
    <message>
        <source>The learning rate has fallen by the schedule of the settings.</source>
        <translation>学习率已按设置的调度方式下降。</translation>
    </message>
    <message>
        <source>The norm of all gradients together: the root of the sum of their squares, here from the norms of the tensors.</source>
        <translation>所有梯度合在一起的范数：平方和的平方根，这里由各张量的范数算出。</translation>
    </message>
    <message>
        <source>The gradients together are longer than the limit: all are multiplied by this one number, so that their direction stays.</source>
        <translation>所有梯度合起来的范数超过了上限：它们都乘以同一个数，所以方向不变。</translation>
    </message>
    <message>
        <source>The gradients together are not longer than the limit: nothing is clipped in this step.</source>
        <translation>所有梯度合起来的范数没有超过上限：这一步不需要裁剪。</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>norm of the gradient</source>
        <translation>梯度的范数</translation>
    </message>
    <message>
        <source>norm of all gradients</source>
        <translation>全部梯度的范数</translation>
    </message>
    <message>
        <source>what clipping multiplies by</source>
        <translation>梯度裁剪所乘的系数</translation>
    </message>
    <message>
        <source>The norm of this tensor&apos;s gradient: the root of the sum of its squares.</source>
        <translation>这个张量的梯度的范数：平方和的平方根。</translation>
    </message>
    <message>
        <source>What the optimizer remembered of this weight&apos;s earlier steps; 0 at the start of a run.</source>
        <translation>优化器从这个权重之前的各步中记住的量；训练开始时为 0。</translation>
    </message>
    <message>
        <source>change by the gradient</source>
        <translation>梯度带来的变化</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The velocity keeps a share of the last step&apos;s and takes in the new gradient: what points the same way adds up, what changes sign cancels.</source>
        <translation>速度保留上一步的一部分，再加上新的梯度：方向一致的部分不断累积，符号来回变化的部分互相抵消。</translation>
    </message>
    <message>
        <source>one over the root</source>
        <translation>平方根的倒数</translation>
    </message>
    <message>
        <source>What each weight&apos;s step is scaled by: small where its gradients were large. Epsilon keeps it finite.</source>
        <translation>每个权重的步长所乘的系数：以往梯度大的地方系数小。Epsilon 保证它不会变成无穷大。</translation>
    </message>
    <message>
        <source>The weight moves against its gradient, by the learning rate and a scale of its own.</source>
        <translation>权重沿梯度的反方向移动，移动量由学习率和它自己的系数决定。</translation>
    </message>
    <message>
        <source>gradient after clipping</source>
        <translation>裁剪后的梯度</translation>
    </message>
    <message>
        <source>The gradient times the one number that brings the norm of all gradients down to the limit; 1 where it is below.</source>
        <translation>梯度乘以一个公共系数，使全部梯度的范数降到上限；范数低于上限时系数为 1。</translation>
    </message>
    <message>
        <source>gradient of L2</source>
        <translation>L2 的梯度</translation>
    </message>
    <message>
        <source>L2 adds half of lambda times the squared weight to what is made small; this is its gradient. It pulls the weight towards 0, the harder the larger it is.</source>
        <translation>L2 在要减小的目标中加上“λ 的一半乘以权重的平方”，这就是它的梯度。它把权重拉向 0，权重越大拉得越用力。</translation>
    </message>
    <message>
        <source>gradient with L2</source>
        <translation>加上 L2 的梯度</translation>
    </message>
    <message>
        <source>What the optimizer takes for the gradient: that of the loss and that of L2.</source>
        <translation>优化器实际使用的梯度：损失的梯度加上 L2 的梯度。</translation>
    </message>
    <message>
        <source>weight before L1</source>
        <translation>L1 作用之前的权重</translation>
    </message>
    <message>
        <source>The weight after its step, before L1 draws it towards 0.</source>
        <translation>权重更新之后、被 L1 拉向 0 之前的值。</translation>
    </message>
    <message>
        <source>The weight moves against the velocity, by the learning rate times the velocity.</source>
        <translation>权重沿速度的反方向移动，移动量是学习率乘以速度。</translation>
    </message>
    <message>
        <source>gradient looking ahead</source>
        <translation>前瞻的梯度</translation>
    </message>
    <message>
        <source>The gradient, and the share of the new velocity that the next step will keep: the step looks ahead to where the velocity leads.</source>
        <translation>梯度，加上下一步将保留的那部分新速度：这一步提前考虑了速度将要去的方向。</translation>
    </message>
    <message>
        <source>The weight moves against the gradient that looks ahead, by the learning rate.</source>
        <translation>权重沿前瞻梯度的反方向移动，移动量是学习率乘以这个梯度。</translation>
    </message>
    <message>
        <source>sum of squared gradients</source>
        <translation>梯度平方之和</translation>
    </message>
    <message>
        <source>All squared gradients of this weight so far: it only grows, and so the steps only become smaller.</source>
        <translation>这个权重到目前为止所有梯度的平方之和：它只增不减，所以步长只会越来越小。</translation>
    </message>
    <message>
        <source>mean of squared gradients</source>
        <translation>梯度平方的均值</translation>
    </message>
    <message>
        <source>A running mean of this weight&apos;s squared gradients: beta 2 says how slowly it forgets.</source>
        <translation>这个权重的梯度平方的滑动均值：β2 决定它忘得多慢。</translation>
    </message>
    <message>
        <source>mean of the gradients</source>
        <translation>梯度的均值</translation>
    </message>
    <message>
        <source>A running mean of this weight&apos;s gradients: beta 1 says how slowly it forgets.</source>
        <translation>这个权重的梯度的滑动均值：β1 决定它忘得多慢。</translation>
    </message>
    <message>
        <source>corrected mean of the gradients</source>
        <translation>校正后的梯度均值</translation>
    </message>
    <message>
        <source>The mean began at 0 and is too small at first; the correction takes that back and fades as the steps go on.</source>
        <translation>均值从 0 开始，起初偏小；校正把这个偏差补回来，并随步数增加逐渐消失。</translation>
    </message>
    <message>
        <source>corrected mean of squared gradients</source>
        <translation>校正后的梯度平方均值</translation>
    </message>
    <message>
        <source>The mean gradient over the root of the mean square is near 1 or -1 while the gradients agree: such a weight moves by about the learning rate, however small its gradient is.</source>
        <translation>只要各步梯度方向一致，梯度均值除以平方均值的平方根就接近 1 或 -1：无论梯度多小，这样的权重每步大约移动一个学习率。</translation>
    </message>
    <message>
        <source>change by weight decay</source>
        <translation>权重衰减带来的变化</translation>
    </message>
    <message>
        <source>The weight shrinks by a share of itself. It does not go through the gradient, so Adam&apos;s scale does not change it.</source>
        <translation>权重按自身的一定比例缩小。它不经过梯度，所以不受 Adam 的系数影响。</translation>
    </message>
    <message>
        <source>The number is positive: %1 passes it on as it is.</source>
        <translation>这个数为正：%1 原样传下去。</translation>
    </message>
    <message>
        <source>The number is not positive: %1 makes it 0.</source>
        <translation>这个数不为正：%1 把它变成 0。</translation>
    </message>
    <message>
        <source>The slope of %1 is 0 at this number: nothing of the gradient that arrives at the output comes through.</source>
        <translation>%1 在这个数处的斜率为 0：到达输出的梯度一点也传不过去。</translation>
    </message>
    <message>
        <source>The slope of %1 is 1 at this number: the gradient that arrives at the output comes through whole.</source>
        <translation>%1 在这个数处的斜率为 1：到达输出的梯度全部传过去。</translation>
    </message>
    <message>
        <source>The difference between prediction and target, divided by how many there are: the 2 of the derivative and the factor 1/2 cancel.</source>
        <translation>预测与目标之差，除以个数：求导得到的 2 与系数 1/2 正好抵消。</translation>
    </message>
    <message>
        <source>The difference between prediction and target times twice the factor, divided by how many there are.</source>
        <translation>预测与目标之差乘以系数的两倍，再除以个数。</translation>
    </message>
    <message>
        <source>The norm of this tensor&apos;s gradient: the root of the sum of its squares. Of its %1 numbers the %2 largest are listed.</source>
        <translation>这个张量的梯度的范数：平方和的平方根。共有 %1 个数，这里列出绝对值最大的 %2 个。</translation>
    </message>
    <message>
        <source>Points of your curve</source>
        <translation>自己的曲线样本点</translation>
    </message>
    <message>
        <source>Points that you set yourself: x is the input, y the number to be predicted. See what curve a network lays through them, and what it does where there are none.</source>
        <translation>由你自己放置的点：x 是输入，y 是要预测的数值。看看网络会拟合出怎样的曲线，在没有样本的地方又会怎样。</translation>
    </message>
    <message>
        <source>Principal components need at least two rows; here there are %1.</source>
        <translation>主成分分析至少需要两行；这里有 %1 行。</translation>
    </message>
    <message>
        <source>Principal components of a table of %1 by %2 numbers would take too long: one side may have at most %3.</source>
        <translation>对 %1 × %2 的表做主成分分析耗时过长：其中一边最多 %3。</translation>
    </message>
    <message>
        <source>There are numbers that are not finite: they have no principal components.</source>
        <translation>含有非有限的数：无法做主成分分析。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; in this project.</source>
        <translation>这个项目中没有训练“%1”。</translation>
    </message>
    <message>
        <source>The weights have not moved in two directions yet. Train some more steps, or choose random directions.</source>
        <translation>权重还没有在两个方向上移动。请再训练几步，或选择随机方向。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>How the run ended.</source>
        <translation>这次训练是怎样结束的。</translation>
    </message>
    <message>
        <source>in any way</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>with finite numbers</source>
        <translation>数值有限</translation>
    </message>
    <message>
        <source>it diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>the loss was reached</source>
        <translation>达到目标损失</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>A run that diverges: %1</source>
        <translation>一次发散的训练：%1</translation>
    </message>
    <message>
        <source>A run that reaches its loss: %1</source>
        <translation>一次达到目标损失的训练：%1</translation>
    </message>
    <message>
        <source>A run with the asked setting: %1</source>
        <translation>一次按要求设置的训练：%1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>The critical rate is compared with bounds of the setting &quot;rate&quot;.</source>
        <translation>临界学习率只能与设置“rate”的上下限比较。</translation>
    </message>
    <message>
        <source>%1: %2 against %3, ratio</source>
        <translation>%1：%2 与 %3 之比</translation>
    </message>
    <message>
        <source>There is a run on the lesson&apos;s data with such a setting that ended so.</source>
        <translation>在本课数据上，有一次训练用了这样的设置，并且这样结束。</translation>
    </message>
    <message>
        <source>critical learning rate</source>
        <translation>临界学习率</translation>
    </message>
    <message>
        <source>Loss at most</source>
        <translation>损失上限</translation>
    </message>
    <message>
        <source>The largest training loss at the run&apos;s end that passes.</source>
        <translation>训练结束时，训练损失不超过它才算通过。</translation>
    </message>
    <message>
        <source>Least steps</source>
        <translation>最少步数</translation>
    </message>
    <message>
        <source>A shorter run does not count.</source>
        <translation>步数更少的训练不算。</translation>
    </message>
    <message>
        <source>Two runs on the lesson&apos;s data that differ in a setting: the ratio of a figure, first to second, lies within bounds.</source>
        <translation>在本课数据上，两次训练有一项设置不同：某个数值的比（第一次比第二次）落在给定范围内。</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>The setting&apos;s value in the first run.</source>
        <translation>第一次训练中这项设置的值。</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二次</translation>
    </message>
    <message>
        <source>The setting&apos;s value in the second run.</source>
        <translation>第二次训练中这项设置的值。</translation>
    </message>
    <message>
        <source>What is compared.</source>
        <translation>比较什么。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>仅此不同</translation>
    </message>
    <message>
        <source>All other training settings are the same in both.</source>
        <translation>两次训练的其他设置都相同。</translation>
    </message>
    <message>
        <source>Critical learning rate</source>
        <translation>临界学习率</translation>
    </message>
    <message>
        <source>Test loss / training loss</source>
        <translation>测试损失 / 训练损失</translation>
    </message>
    <message>
        <source>Share of weights that are 0</source>
        <translation>恰好为 0 的权重占比</translation>
    </message>
    <message>
        <source>Share of equal hidden units</source>
        <translation>完全相同的隐藏单元占比</translation>
    </message>
    <message>
        <source>Gradient, last layer / first layer</source>
        <translation>梯度：最后一层 / 第一层</translation>
    </message>
    <message>
        <source>Angle to the best boundary in degrees</source>
        <translation>与最优分界线的夹角（度）</translation>
    </message>
    <message>
        <source>Test precision</source>
        <translation>测试集精确率</translation>
    </message>
    <message>
        <source>Test recall</source>
        <translation>测试集召回率</translation>
    </message>
    <message>
        <source>Test F1</source>
        <translation>测试集 F1</translation>
    </message>
    <message>
        <source>A figure that the lab works out lies within bounds.</source>
        <translation>由实验室算出的一个数值落在给定范围内。</translation>
    </message>
    <message>
        <source>Which figure.</source>
        <translation>哪一个数值。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>The question whose answer is the threshold; without it 0.5.</source>
        <translation>以哪道题的答案作为阈值；不写则为 0.5。</translation>
    </message>
    <message>
        <source>The right answer is either &quot;value&quot; or &quot;value_of&quot;: give one of the two.</source>
        <translation>正确答案由“value”或“value_of”给出：两者写一个。</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>取值于</translation>
    </message>
    <message>
        <source>The figure that is the right answer, as the lab works it out.</source>
        <translation>以实验室算出的哪个数值作为正确答案。</translation>
    </message>
    <message>
        <source>The run %1 was made on other data and is left out.</source>
        <translation>运行 %1 用的是别的数据，不计入。</translation>
    </message>
    <message>
        <source>The run %1 cannot be repeated: %2</source>
        <translation>运行 %1 无法重放：%2</translation>
    </message>
    <message>
        <source>Repeating the run %1 takes longer than %2 s; it is at step %3 of %4.</source>
        <translation>重放运行 %1 超过了 %2 秒，目前在第 %3 步，共 %4 步。</translation>
    </message>
    <message>
        <source>Allow more time, or look at this project in the lab.</source>
        <translation>请放宽时限，或在实验室里打开这个项目查看。</translation>
    </message>
    <message>
        <source>The run %1 comes out otherwise than the file says: a weight was set by hand, or the file was changed.</source>
        <translation>运行 %1 重放的结果与文件所记不同：要么手动改过权重，要么文件被改动过。</translation>
    </message>
    <message>
        <source>The network cannot be trained as it is: %1</source>
        <translation>这个网络目前无法训练：%1</translation>
    </message>
    <message>
        <source>The project reads &quot;%1&quot;, which is not a plain file in the lesson&apos;s folder.</source>
        <translation>项目要读取“%1”，但它不是课程文件夹里的普通文件。</translation>
    </message>
    <message>
        <source>A number became NaN or infinite at step %1.</source>
        <translation>第 %1 步有数变成了 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>A step that is too long makes the weights larger, which makes the next gradient larger, until a number no longer fits. A smaller learning rate breaks the circle.</source>
        <translation>步子太大会使权重变大，权重变大又使下一个梯度变大，直到数值溢出。调小学习率就能打破这个循环。</translation>
    </message>
    <message>
        <source>The loss grows: %1 at the beginning, %2 at the end.</source>
        <translation>损失在上升：开始时为 %1，结束时为 %2。</translation>
    </message>
    <message>
        <source>Each step jumps over the minimum and lands higher on the other side. A smaller learning rate takes shorter steps.</source>
        <translation>每一步都越过最低点，落到对面更高的地方。学习率小一些，步子就短一些。</translation>
    </message>
    <message>
        <source>The weights hardly move: by %1 of their size in the largest step.</source>
        <translation>权重几乎不动：最大的一步也只改变了自身大小的 %1。</translation>
    </message>
    <message>
        <source>About a thousandth of a weight&apos;s size per step is usual. With steps this short the loss needs far longer than the run lasts.</source>
        <translation>通常每一步约改变权重大小的千分之一。步子这么小，到训练结束时损失还远远降不下来。</translation>
    </message>
    <message>
        <source>The gradient vanishes: the first layer&apos;s is %1 of the last layer&apos;s.</source>
        <translation>梯度消失：第一层的梯度只有最后一层的 %1。</translation>
    </message>
    <message>
        <source>Going back, each layer multiplies the gradient by its weights and its slope. When these factors are below 1, little is left at the first layer.</source>
        <translation>反向传播时，每一层都把梯度乘以自己的权重和激活函数的斜率。这些因子小于 1 时，传到第一层就所剩无几。</translation>
    </message>
    <message>
        <source>The gradient explodes: the first layer&apos;s is %1 times the last layer&apos;s.</source>
        <translation>梯度爆炸：第一层的梯度是最后一层的 %1 倍。</translation>
    </message>
    <message>
        <source>Going back, each layer multiplies the gradient by its weights and its slope. When these factors are above 1, the first layer&apos;s steps become huge.</source>
        <translation>反向传播时，每一层都把梯度乘以自己的权重和激活函数的斜率。这些因子大于 1 时，第一层的步子会变得非常大。</translation>
    </message>
    <message>
        <source>%1 % of the units of %2 give 0 for every sample.</source>
        <translation>%2 中有 %1 % 的单元对所有样本都输出 0。</translation>
    </message>
    <message>
        <source>Below 0 the slope of ReLU is 0: a unit that no sample reaches gets no gradient and stays dead. Steps that are too long push units there.</source>
        <translation>ReLU 在 0 以下斜率为 0：没有样本能激活的单元得不到梯度，就一直“死”着。步子太大会把单元推到那里。</translation>
    </message>
    <message>
        <source>No setting cures this: the data have to change.</source>
        <translation>改设置解决不了这个问题，需要改数据。</translation>
    </message>
    <message>
        <source>%1 of %2 test samples are in the training part too.</source>
        <translation>%2 个测试样本中有 %1 个也出现在训练集里。</translation>
    </message>
    <message>
        <source>A network that has seen a sample can know it by heart, so the test says nothing of new samples. Take the repeated rows out of one of the parts.</source>
        <translation>网络可能已经背下见过的样本，这样的测试说明不了它对新样本的表现。请从其中一个集合里去掉重复的行。</translation>
    </message>
    <message>
        <source>The classes are unbalanced: %1 training samples of the most frequent one, %2 of the rarest.</source>
        <translation>类别不平衡：最多的类别有 %1 个训练样本，最少的只有 %2 个。</translation>
    </message>
    <message>
        <source>Always answering the most frequent class is already mostly right, so accuracy hides what happens to the rare one. Look at its recall, or bring more samples of it.</source>
        <translation>总是回答最多的类别就已经大多正确，准确率因此掩盖了稀有类别的情况。可以看它的召回率，或者补充它的样本。</translation>
    </message>
    <message>
        <source>The input columns have very different scales: their standard deviations reach from %1 to %2.</source>
        <translation>各输入列的尺度相差很大：标准差从 %1 到 %2。</translation>
    </message>
    <message>
        <source>A learning rate that suits a large column is too small for a small one. Standardizing gives every column mean 0 and deviation 1.</source>
        <translation>适合大尺度列的学习率，对小尺度列就太小。标准化使每一列的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>%1 is applied twice: by the node %2 and again inside the loss.</source>
        <translation>%1 用了两次：节点 %2 一次，损失函数内部又一次。</translation>
    </message>
    <message>
        <source>The loss takes raw scores and turns them into probabilities itself. Done twice, the probabilities stay close to each other and the gradient is small.</source>
        <translation>损失函数接收原始分数，自己会把它们变成概率。做两次之后，各个概率彼此接近，梯度很小。</translation>
    </message>
    <message>
        <source>Units of a layer that begin alike get the same gradient and stay alike: the layer is as good as one unit. Weights drawn by chance tell them apart.</source>
        <translation>同一层中初始值相同的单元得到相同的梯度，会一直相同：整层只相当于一个单元。随机初始化权重能把它们区分开。</translation>
    </message>
    <message>
        <source>Batch normalization with batches of one sample.</source>
        <translation>批归一化的批量大小是 1：每批只有一个样本。</translation>
    </message>
    <message>
        <source>The mean of one sample is the sample itself, so that nothing of it is left. Batches of 16 and more give means that say something.</source>
        <translation>一个样本的均值就是它自己，减去之后什么也不剩。批次大小取 16 以上，均值才有意义。</translation>
    </message>
    <message>
        <source>Transformer block</source>
        <translation>Transformer 块</translation>
    </message>
    <message>
        <source>Attention, then two dense layers, each behind a layer norm and each with a way around it. It comes as a group of ordinary layers, so every one of them can be looked into and changed; the group can be repeated.</source>
        <translation>先是注意力层，再是两个全连接层；两部分之前各有一次层归一化，并各有一条绕过它的残差连接。它由一组普通的层组成，每一层都可以打开查看、单独修改；整组可以重复多次。</translation>
    </message>
    <message>
        <source>The folder %1 holds no lesson.</source>
        <translation>文件夹 %1 里没有课程。</translation>
    </message>
    <message>
        <source>A lesson is a folder in it with a lesson.json; lessons/README.md says how one is written.</source>
        <translation>每门课程是其中的一个子文件夹，里面有 lesson.json；写法见 lessons/README.md。</translation>
    </message>
    <message>
        <source>Block %1 is not finished: there is a certificate when every task of it is passed.</source>
        <translation>单元 %1 还没有学完：其中的任务全部通过后才有证书。</translation>
    </message>
    <message>
        <source>A group needs two layers or more: select them, then make the group.</source>
        <translation>一组至少要有两层：先选中它们，再组成一组。</translation>
    </message>
    <message>
        <source>A group holds what lies between the input and the loss: leave %1 out.</source>
        <translation>组里只能有输入与损失之间的层：不要选“%1”。</translation>
    </message>
    <message>
        <source>%1 is in another group: dissolve that one first.</source>
        <translation>“%1”已经在另一组里：先解散那一组。</translation>
    </message>
    <message>
        <source>%1 lies between these layers: select it too.</source>
        <translation>“%1”位于这些层之间：把它也选上。</translation>
    </message>
    <message>
        <source>A group stands 1 to %1 times in a row; %2 is outside.</source>
        <translation>一组可以串联 1 到 %1 份；%2 超出了这个范围。</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files *.json.</source>
        <translation>文件夹里的 *.json 文件超过了 %1 个。</translation>
    </message>
    <message>
        <source>Put the reports of one class into a folder of their own.</source>
        <translation>请把一个班的学习报告单独放进一个文件夹。</translation>
    </message>
    <message>
        <source>The nickname is empty.</source>
        <translation>昵称是空的。</translation>
    </message>
    <message>
        <source>Type any name; it stays on this computer.</source>
        <translation>随便起一个名字即可，它只留在这台电脑上。</translation>
    </message>
    <message>
        <source>The nickname is too long, or holds signs that cannot be seen.</source>
        <translation>昵称太长，或含有看不见的字符。</translation>
    </message>
    <message>
        <source>Use up to %1 letters.</source>
        <translation>最多用 %1 个字符。</translation>
    </message>
    <message>
        <source>The nickname is longer than %1 characters.</source>
        <translation>昵称超过了 %1 个字符。</translation>
    </message>
    <message>
        <source>The learners&apos; folder cannot be listed: %1.</source>
        <translation>无法列出学习者的文件夹：%1。</translation>
    </message>
    <message>
        <source>The progress has something wrong in it and cannot be put aside: %1.</source>
        <translation>学习进度文件有错误，又无法移到一旁：%1。</translation>
    </message>
    <message>
        <source>The progress of this learner cannot be used: %1</source>
        <translation>这位学习者的进度无法使用：%1</translation>
    </message>
    <message>
        <source>The file is kept as %1; the lessons begin anew.</source>
        <translation>原文件保留为 %1，课程从头开始。</translation>
    </message>
    <message>
        <source>There is a learner called %1 on this computer already.</source>
        <translation>这台电脑上已经有一位叫 %1 的学习者。</translation>
    </message>
    <message>
        <source>Choose another nickname.</source>
        <translation>请换一个昵称。</translation>
    </message>
    <message>
        <source>There is no learner &quot;%1&quot;.</source>
        <translation>没有学习者“%1”。</translation>
    </message>
    <message>
        <source>Something of this learner could not be removed: %1.</source>
        <translation>这位学习者的部分内容无法删除：%1。</translation>
    </message>
    <message>
        <source>The progress of the earlier version was taken over, but its file could not be removed.</source>
        <translation>旧版本的学习进度已经接收，但它的文件无法删除。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 bytes, or holds signs that cannot be seen.</source>
        <translation>“%1”超过了 %2 字节，或含有看不见的字符。</translation>
    </message>
    <message>
        <source>There is no skill &quot;%1&quot;.</source>
        <translation>没有技能“%1”。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; stands here twice.</source>
        <translation>任务“%1”在这里出现了两次。</translation>
    </message>
    <message>
        <source>The figures of the skills are not what the tasks of this report give.</source>
        <translation>技能的数字与这份报告中各任务算出的不符。</translation>
    </message>
    <message>
        <source>The file was changed by hand; ask for a new report.</source>
        <translation>文件被手工改动过；请重新交一份报告。</translation>
    </message>
    <message>
        <source>A newer Glassbox wrote this report: its version is %1, and this program reads up to %2.</source>
        <translation>这份学习报告由更新的玻璃盒写成：版本为 %1，本程序最多读到 %2。</translation>
    </message>
    <message>
        <source>&quot;date&quot; should be a day like 2026-01-31.</source>
        <translation>“date”应是形如 2026-01-31 的日期。</translation>
    </message>
    <message>
        <source>A report holds at most %1 lessons.</source>
        <translation>一份学习报告最多包含 %1 课。</translation>
    </message>
    <message>
        <source>The lesson &quot;%1&quot; stands here twice.</source>
        <translation>课程“%1”在这里出现了两次。</translation>
    </message>
    <message>
        <source>Mathematics</source>
        <translation>数学</translation>
    </message>
    <message>
        <source>Building networks</source>
        <translation>搭建网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>解读模型</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>责任与伦理</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 is the target and cannot be left out.</source>
        <translation>%2 的“%1”列是目标列，不能排除。</translation>
    </message>
    <message>
        <source>Choose another target first.</source>
        <translation>请先选择其他目标列。</translation>
    </message>
    <message>
        <source>Left out, as the setting says: %1.</source>
        <translation>按设置排除的列：%1。</translation>
    </message>
    <message>
        <source>Leave fewer columns out.</source>
        <translation>请少排除几列。</translation>
    </message>
    <message>
        <source>Columns left out</source>
        <translation>排除的列</translation>
    </message>
    <message>
        <source>Names or numbers of columns that are no inputs, with commas between them: a number of the row, a name.</source>
        <translation>不作为输入的列的名称或序号，用逗号隔开，例如行号、姓名。</translation>
    </message>
    <message>
        <source>What to do about input columns that hold words. A column for each word holds 0 or 1.</source>
        <translation>如何处理内容是文字的输入列。每个词变成一列时，列中的值为 0 或 1。</translation>
    </message>
    <message>
        <source>a column for each word</source>
        <translation>每个词变成一列</translation>
    </message>
    <message>
        <source>values: %1, seeds: %2</source>
        <translation>取值 %1 个，随机种子 %2 个</translation>
    </message>
    <message>
        <source>Sweep over %1</source>
        <translation>超参数搜索：%1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Numbers filled in</source>
        <translation>已填对的数</translation>
    </message>
    <message>
        <source>right: %1, wrong: %2</source>
        <translation>填对 %1 个，填错 %2 个</translation>
    </message>
    <message>
        <source>&quot;array&quot; names an array such as dense1.out, with one * at most.</source>
        <translation>&quot;array&quot; 要写一个数组的名称，例如 dense1.out，最多用一个 *。</translation>
    </message>
    <message>
        <source>A sweep over a setting was let run to its end.</source>
        <translation>对某个设置做完了一次超参数搜索。</translation>
    </message>
    <message>
        <source>What is varied: a key of the training settings, or a parameter of a layer such as dense1.units.</source>
        <translation>改变的是什么：训练设置的键，或者某一层的参数，例如 dense1.units。</translation>
    </message>
    <message>
        <source>At least so many.</source>
        <translation>至少这么多个。</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子数</translation>
    </message>
    <message>
        <source>At least so many for each.</source>
        <translation>每种取值至少这么多个。</translation>
    </message>
    <message>
        <source>Hidden numbers of a step were filled in right.</source>
        <translation>在单步测验中填对了隐藏的数。</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>Such as dense1.out or dense1.weight.grad; one * stands for anything.</source>
        <translation>例如 dense1.out 或 dense1.weight.grad；可以用一个 * 代表任意内容。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>填对</translation>
    </message>
    <message>
        <source>At least so many right ones.</source>
        <translation>至少填对这么多个。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>填错</translation>
    </message>
    <message>
        <source>At most so many wrong ones before.</source>
        <translation>之前最多填错这么多个。</translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;; known are set, set_weight, network, run, reset, answer, sweep, fill.</source>
        <translation>没有操作“%1”；可用的有 set、set_weight、network、run、reset、answer、sweep、fill。</translation>
    </message>
    <message>
        <source>&quot;key&quot; is &quot;%1&quot;; it names what is varied, such as rate or dense1.units.</source>
        <translation>&quot;key&quot; 是“%1”；这里要写改变的是什么，例如 rate 或 dense1.units。</translation>
    </message>
    <message>
        <source>A newer Glassbox saved these bookmarks: their version is %1, and this program reads up to %2.</source>
        <translation>这些书签是由更新的 Glassbox 保存的：版本是 %1，这个程序最高能读 %2。</translation>
    </message>
    <message>
        <source>The bookmarks have something wrong in them and cannot be put aside: %1.</source>
        <translation>书签文件有错误，又无法移到一旁：%1。</translation>
    </message>
    <message>
        <source>The bookmarks cannot be used: %1</source>
        <translation>书签无法使用：%1</translation>
    </message>
    <message>
        <source>The file is kept as %1; progress and projects are as they were.</source>
        <translation>这个文件已保留为 %1；学习进度和项目都没有变。</translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation>这个文件已保留为 %1。</translation>
    </message>
    <message>
        <source>It cannot be put aside: %1.</source>
        <translation>无法把它移到一旁：%1。</translation>
    </message>
    <message>
        <source>What was kept could not be removed.</source>
        <translation>无法删除先前保留的内容。</translation>
    </message>
    <message>
        <source>Add binary cross-entropy: yes or no</source>
        <translation>添加二元交叉熵（是或否）</translation>
    </message>
    <message>
        <source>Add softmax cross-entropy: one of several classes</source>
        <translation>添加 Softmax 交叉熵（多个类别选一）</translation>
    </message>
    <message>
        <source>Add the mean squared error: numbers</source>
        <translation>添加均方误差（预测数值）</translation>
    </message>
    <message>
        <source>Use binary cross-entropy</source>
        <translation>改用二元交叉熵</translation>
    </message>
    <message>
        <source>Use softmax cross-entropy</source>
        <translation>改用 Softmax 交叉熵</translation>
    </message>
    <message>
        <source>Use the mean squared error</source>
        <translation>改用均方误差</translation>
    </message>
    <message>
        <source>Training without the test samples</source>
        <translation>去掉训练集中的测试样本</translation>
    </message>
    <message>
        <source>The rarer classes repeated</source>
        <translation>重复较少类别的样本</translation>
    </message>
    <message>
        <source>The input numbers are large: %1 in root mean square.</source>
        <translation>输入的数值很大：均方根为 %1。</translation>
    </message>
    <message>
        <source>Initial weights and usual learning rates are made for inputs of about 1. Larger ones saturate the first units and make its gradients as many times larger. Standardizing gives every column mean 0 and deviation 1.</source>
        <translation>初始权重和常用的学习率都是按 1 左右的输入设计的。输入过大会使第一层的单元饱和，梯度也随之放大同样的倍数。标准化使每一列的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Labels drawn anew</source>
        <translation>重新随机分配标签</translation>
    </message>
    <message>
        <source>The labels have nothing to do with the inputs: in %1 steps the loss comes to %2, and to %3 with labels drawn by chance.</source>
        <translation>标签与输入毫无关系：训练 %1 步后损失为 %2，换成随机分配的标签后损失为 %3。</translation>
    </message>
    <message>
        <source>No input column and no nearest neighbor says more of a label than chance would. Perhaps inputs and labels were sorted differently. No setting mends that; beside it the same run with labels drawn anew shows that it learns as much.</source>
        <translation>无论看哪一列输入，还是看最近邻，对标签的判断都不比瞎猜更准。也许输入和标签的排列顺序不一致。这不是调整设置能解决的；用重新随机分配的标签并排训练一次，可以看到学到的一样多。</translation>
    </message>
    <message>
        <source>Initializer %1</source>
        <translation>初始化方法 %1</translation>
    </message>
    <message>
        <source>The examination was ended.</source>
        <translation>诊断已中止。</translation>
    </message>
    <message>
        <source>The weights hardly move: by %1 of their size in the largest step. In %2 steps the loss comes to %3, with a larger learning rate to %4.</source>
        <translation>权重几乎不动：最大的一步也只改变了自身大小的 %1。训练 %2 步后损失为 %3，学习率调大后为 %4。</translation>
    </message>
    <message>
        <source>The loss jumps to and fro: %1 of %2 steps made the loss of their own batch larger. In %3 steps it comes to %4, with a tenth of the learning rate to %5.</source>
        <translation>损失来回跳动：%2 步中有 %1 步反而使自己那个批量的损失变大。训练 %3 步后损失为 %4，学习率降到十分之一后为 %5。</translation>
    </message>
    <message>
        <source>A step follows the slope where it begins. One that is too long lands on the other side of the valley, higher up: the loss of the same samples rises.</source>
        <translation>每一步都沿着起点处的坡度走。步子太大，就会落到谷的另一侧更高的地方：同一批样本的损失反而上升。</translation>
    </message>
    <message>
        <source>Learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>A Normalize layer behind the input</source>
        <translation>输入之后加一个标准化层</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>Batch size %1</source>
        <translation>批量大小 %1</translation>
    </message>
    <message>
        <source>The gradient vanishes over time: at the first step it is %1 of that at the last step.</source>
        <translation>梯度随时间步消失：第一个时间步的梯度只有最后一个时间步的 %1。</translation>
    </message>
    <message>
        <source>The gradient explodes over time: at the first step it is %1 times that at the last step.</source>
        <translation>梯度随时间步爆炸：第一个时间步的梯度是最后一个时间步的 %1 倍。</translation>
    </message>
    <message>
        <source>%1 % of the units of %2 are saturated: at the end of their range for nearly every sample.</source>
        <translation>%2 有 %1% 的单元已饱和：几乎对每个样本，输出都处在取值范围的两端。</translation>
    </message>
    <message>
        <source>At the ends of its range the curve is flat and its slope almost 0, so that almost no gradient passes. Sums that are too large push units there: by large weights, large inputs or long steps.</source>
        <translation>在取值范围的两端，曲线是平的，斜率几乎为 0，梯度几乎传不过去。加权和太大会把单元推到那里：权重太大、输入太大或步子太大。</translation>
    </message>
    <message>
        <source>A layer norm in front of the attention</source>
        <translation>注意力之前加层归一化</translation>
    </message>
    <message>
        <source>Before any training %1 looks at nearly one place alone: the entropy of its weights is %2 of the largest possible.</source>
        <translation>训练还没开始，%1 就几乎只看一个位置：注意力权重的熵只有最大可能值的 %2。</translation>
    </message>
    <message>
        <source>Scores that are too large saturate the softmax, and almost no gradient passes. Dividing by the root of the width keeps scores near 1 as long as queries and keys are: here weights or inputs are too large for that.</source>
        <translation>注意力分数太大会使 softmax 饱和，梯度几乎传不过去。只要查询和键的大小在 1 左右，除以宽度的平方根就能使分数保持在 1 左右；这里的权重或输入太大，做不到这一点。</translation>
    </message>
    <message>
        <source>All weights of %1 begin at 0: after %2 steps its %3 units are still alike.</source>
        <translation>%1 的权重全部从 0 开始：训练 %2 步后，它的 %3 个单元仍然完全一样。</translation>
    </message>
    <message>
        <source>All units of %1 begin with the same weights: after %2 steps the %3 are still alike.</source>
        <translation>%1 的所有单元从相同的权重开始：训练 %2 步后，这 %3 个单元仍然一样。</translation>
    </message>
    <message>
        <source>&quot;metric&quot; is &quot;%1&quot;; it should be one of %2.</source>
        <translation>&quot;metric&quot; 是“%1”，应当是下面之一：%2。</translation>
    </message>
    <message>
        <source>&quot;most&quot; should be larger than &quot;least&quot;.</source>
        <translation>&quot;most&quot; 应当大于 &quot;least&quot;。</translation>
    </message>
    <message>
        <source>A drawn curve is a list of 2 to %1 heights.</source>
        <translation>画出的曲线是一个列表，里面有 2 到 %1 个高度。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; in lesson.json has no hint &quot;%2&quot; of grade %3.</source>
        <translation>lesson.json 中的任务“%1”没有第 %3 级的提示“%2”。</translation>
    </message>
    <message>
        <source>The hint &quot;%1&quot; has no grade: it could never be given.</source>
        <translation>提示“%1”没有级别，永远不会显示。</translation>
    </message>
    <message>
        <source>The hint &quot;%1&quot; has no condition in &quot;when&quot;.</source>
        <translation>提示“%1”的 &quot;when&quot; 里没有条件。</translation>
    </message>
    <message>
        <source>The hint for everybody needs no entry here: it stands on the pages without an id.</source>
        <translation>通用的提示不用写在这里：它写在页面上，不带 id。</translation>
    </message>
    <message>
        <source>Behind the grade of a hint the id of a hint of lesson.json may stand: small letters, digits and _, at most 40.</source>
        <translation>提示的级别后面可以写 lesson.json 中某条提示的 id：用小写字母、数字和 _，最多 40 个字符。</translation>
    </message>
    <message>
        <source>A circle is [x, y, radius], a rectangle [x, y, width, height], a polygon [x, y] of each of its 3 to %1 corners in one list; radius, width and height are larger than 0.</source>
        <translation>圆写成 [x, y, r]，矩形写成 [x, y, w, h]，多边形把 3 到 %1 个顶点的 x、y 依次写在一个列表里；半径 r、宽 w 和高 h 都要大于 0。</translation>
    </message>
    <message>
        <source>The region &quot;%1&quot; reaches beyond the picture.</source>
        <translation>区域“%1”超出了图片。</translation>
    </message>
    <message>
        <source>A region has one form: &quot;circle&quot;, &quot;rectangle&quot; or &quot;polygon&quot;.</source>
        <translation>一个区域只有一种形状：&quot;circle&quot;、&quot;rectangle&quot; 或 &quot;polygon&quot;。</translation>
    </message>
    <message>
        <source>%1 tells no coordinates: its first tag needs a viewBox.</source>
        <translation>%1 没有说明坐标：它的第一个标签要有 viewBox。</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is &quot;%1&quot;; it should be number, choice, curve or region.</source>
        <translation>&quot;kind&quot; 是“%1”，应当是 number、choice、curve 或 region。</translation>
    </message>
    <message>
        <source>A curve is drawn before the run: &quot;predict&quot; should be true.</source>
        <translation>曲线要在训练之前画：&quot;predict&quot; 应当是 true。</translation>
    </message>
    <message>
        <source>Your curve and the measured one</source>
        <translation>你画的曲线与实测曲线</translation>
    </message>
    <message>
        <source>Distance of your curve</source>
        <translation>你的曲线与实测的距离</translation>
    </message>
    <message>
        <source>A curve was drawn before the run, and lies near the one that was measured.</source>
        <translation>训练前画了一条曲线，而且与实测曲线相近。</translation>
    </message>
    <message>
        <source>The largest mean distance over the axis that passes.</source>
        <translation>整条横轴上平均距离的上限，不超过它就算通过。</translation>
    </message>
    <message>
        <source>The question &quot;%1&quot; asks for a curve of %2, which these data do not give.</source>
        <translation>问题“%1”要画 %2 的曲线，可是用这些数据测不出来。</translation>
    </message>
    <message>
        <source>The page %1 has no hint of grade %2 for everybody.</source>
        <translation>页面 %1 没有第 %2 级的通用提示。</translation>
    </message>
    <message>
        <source>The hint &quot;%1&quot; can never be given: when it would be, the task is solved.</source>
        <translation>提示“%1”永远不会显示：它的条件成立时，任务已经完成了。</translation>
    </message>
    <message>
        <source>The hint &quot;%1&quot; can never be given in a grade of &quot;%2&quot;, which stands before it and fits whenever it does.</source>
        <translation>提示“%1”在与“%2”相同的级别里永远不会显示：“%2”排在它前面，而且只要它适用，“%2”就适用。</translation>
    </message>
    <message>
        <source>The broken model answer (%1) cannot be carried out, so it proves nothing: %2</source>
        <translation>参考解法被改坏之后（%1）执行不下去，所以什么也证明不了：%2</translation>
    </message>
    <message>
        <source>The weights are %1 numbers, and this network has %2.</source>
        <translation>权重共有 %1 个数，而这个网络有 %2 个。</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不够，无法完成。</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller network, a smaller batch or fewer data.</source>
        <translation>可以关闭其他程序，或者改用更小的网络、更小的批量或更少的数据。</translation>
    </message>
    <message>
        <source>%1 would have an array of more numbers than this program can hold: at most 2^40. Make it smaller.</source>
        <translation>%1 会有一个数组，其中的数超过了程序的上限 2^40 个。请把它改小。</translation>
    </message>
    <message>
        <source>This network needs about %1 of memory, and %2 are free.</source>
        <translation>这个网络约需 %1 内存，目前可用 %2。</translation>
    </message>
    <message>
        <source>Make its layers or the batch smaller, or close other programs. Your work is unchanged.</source>
        <translation>可以把层或批量改小，或者关闭其他程序。你的内容没有变动。</translation>
    </message>
    <message>
        <source>The disk is full: this folder was not made.</source>
        <translation>磁盘已满：没有建立这个文件夹。</translation>
    </message>
    <message>
        <source>Make room.</source>
        <translation>请腾出空间。</translation>
    </message>
    <message>
        <source>This folder cannot be made: the one above it is read-only.</source>
        <translation>无法建立这个文件夹：它所在的文件夹是只读的。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to make it writable.</source>
        <translation>请让管理这台计算机的人把它改为可写。</translation>
    </message>
    <message>
        <source>This folder cannot be made: a file of its name is in the way.</source>
        <translation>无法建立这个文件夹：已有一个同名的文件。</translation>
    </message>
    <message>
        <source>Rename that file.</source>
        <translation>请把那个文件改名。</translation>
    </message>
    <message>
        <source>This folder cannot be made (system code %1).</source>
        <translation>无法建立这个文件夹（系统代码 %1）。</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
</context>
<context>
    <name>formula</name>
    <message>
        <source>%1 (character %2)</source>
        <translation>%1（第 %2 个字符）</translation>
    </message>
    <message>
        <source>The font Latin Modern Math is missing, so formulas stand as TeX. Install the package fonts-lmodern.</source>
        <translation>缺少字体 Latin Modern Math，公式只能以 TeX 原文显示。请安装软件包 fonts-lmodern。</translation>
    </message>
    <message>
        <source>The formula is longer than %1 characters.</source>
        <translation>公式超过 %1 个字符。</translation>
    </message>
    <message>
        <source>This } closes nothing.</source>
        <translation>这个 } 没有对应的 {。</translation>
    </message>
    <message>
        <source>An &amp; separates columns and stands in a matrix, in cases or in aligned only.</source>
        <translation>&amp; 用来分隔列，只能出现在矩阵、cases 或 aligned 中。</translation>
    </message>
    <message>
        <source>This \right has no \left.</source>
        <translation>这个 \right 没有对应的 \left。</translation>
    </message>
    <message>
        <source>This \middle does not stand between \left and \right.</source>
        <translation>这个 \middle 不在 \left 与 \right 之间。</translation>
    </message>
    <message>
        <source>This \end has no \begin.</source>
        <translation>这个 \end 没有对应的 \begin。</translation>
    </message>
    <message>
        <source>A \\ begins a new row and stands in a matrix, in cases or in aligned only.</source>
        <translation>\\ 用来另起一行，只能出现在矩阵、cases 或 aligned 中。</translation>
    </message>
    <message>
        <source>The formula cannot be read from here on.</source>
        <translation>从这里起公式无法读懂。</translation>
    </message>
    <message>
        <source>Braces and commands are nested deeper than %1 levels.</source>
        <translation>花括号和命令的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>Two lower indices behind one sign: write them in one pair of braces.</source>
        <translation>同一个符号后有两个下标：请写在同一对花括号里。</translation>
    </message>
    <message>
        <source>Two upper indices behind one sign: write them in one pair of braces.</source>
        <translation>同一个符号后有两个上标：请写在同一对花括号里。</translation>
    </message>
    <message>
        <source>A prime stands before the upper index, not behind it.</source>
        <translation>撇号应写在上标之前，而不是之后。</translation>
    </message>
    <message>
        <source>\%1 stands behind a large operator such as \sum.</source>
        <translation>\%1 应写在 \sum 这类大型运算符之后。</translation>
    </message>
    <message>
        <source>A dollar sign in a formula is written \$.</source>
        <translation>公式中的美元符号写作 \$。</translation>
    </message>
    <message>
        <source>A percent sign in a formula is written \%.</source>
        <translation>公式中的百分号写作 \%。</translation>
    </message>
    <message>
        <source>A number sign in a formula is written \#.</source>
        <translation>公式中的井号写作 \#。</translation>
    </message>
    <message>
        <source>The sign %1 has no meaning in a formula.</source>
        <translation>符号 %1 在公式中没有意义。</translation>
    </message>
    <message>
        <source>This byte is no character of UTF-8 text.</source>
        <translation>这个字节不是 UTF-8 文本中的字符。</translation>
    </message>
    <message>
        <source>This { is not closed.</source>
        <translation>这个 { 没有闭合。</translation>
    </message>
    <message>
        <source>%1 has nothing behind it.</source>
        <translation>%1 后面缺少内容。</translation>
    </message>
    <message>
        <source>%1 needs its words in braces.</source>
        <translation>%1 的文字要写在花括号里。</translation>
    </message>
    <message>
        <source>\%1 cannot stand between words: close the braces before it.</source>
        <translation>\%1 不能出现在文字中间：请先用 } 结束文字。</translation>
    </message>
    <message>
        <source>%1 needs a delimiter: a bracket, a bar, or a full stop for none.</source>
        <translation>%1 后面需要一个定界符：括号、竖线，或用句点表示没有。</translation>
    </message>
    <message>
        <source>%1 is no delimiter: a bracket, a bar, or a full stop for none stands here.</source>
        <translation>%1 不是定界符：这里应是括号、竖线，或用句点表示没有。</translation>
    </message>
    <message>
        <source>The formula ends with a backslash.</source>
        <translation>公式以反斜杠结尾。</translation>
    </message>
    <message>
        <source>The theme has no colour &quot;%1&quot;: a formula knows fwd, bwd, pos, neg, accent, text2 and the like.</source>
        <translation>主题中没有颜色“%1”：公式可用 fwd、bwd、pos、neg、accent、text2 等。</translation>
    </message>
    <message>
        <source>A link needs a name between its first braces.</source>
        <translation>链接的第一对花括号里需要写名称。</translation>
    </message>
    <message>
        <source>\not cannot stand before this: it negates relations such as = and \in.</source>
        <translation>\not 不能用在这里：它否定的是 =、\in 这类关系符号。</translation>
    </message>
    <message>
        <source>The formula command %1 is not known.</source>
        <translation>没有公式命令 %1。</translation>
    </message>
    <message>
        <source>The [ behind \sqrt is not closed.</source>
        <translation>\sqrt 后面的 [ 没有闭合。</translation>
    </message>
    <message>
        <source>This \left has no \right.</source>
        <translation>这个 \left 没有对应的 \right。</translation>
    </message>
    <message>
        <source>The formula environment &quot;%1&quot; is not known.</source>
        <translation>没有公式环境“%1”。</translation>
    </message>
    <message>
        <source>This \begin{%1} has no \end{%1}.</source>
        <translation>这个 \begin{%1} 没有对应的 \end{%1}。</translation>
    </message>
    <message>
        <source>\end{%1} stands where \end{%2} is due.</source>
        <translation>此处应为 \end{%2}，却写了 \end{%1}。</translation>
    </message>
</context>
<context>
    <name>formula words</name>
    <message>
        <source>for</source>
        <translation>当</translation>
    </message>
    <message>
        <source>else</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>, else</source>
        <translation>，否则</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>windows won</source>
        <translation>胜出的窗口</translation>
    </message>
</context>
<context>
    <name>glassbox::AblationView</name>
    <message>
        <source>Switches neurons, filters or attention heads off and reads what the network loses.&lt;br&gt;Use it to find out which of them it needs, and which do nothing.</source>
        <translation>关闭神经元、卷积核或注意力头，看网络损失了什么。&lt;br&gt;用它找出哪些单元不可缺少，哪些没有作用。</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>卷积核 %1</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>注意力头 %1</translation>
    </message>
    <message>
        <source>Neuron %1</source>
        <translation>神经元 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>All one by one</source>
        <translation>逐个关闭</translation>
    </message>
    <message>
        <source>Without each alone: change of the loss, change of the accuracy in points; the most needed first</source>
        <translation>单独关闭每个单元时：损失的变化、准确率的变化（百分点）；最不可缺少的排在最前</translation>
    </message>
    <message>
        <source>A click switches a unit off: its output is 0. All one by one tells what each is worth.</source>
        <translation>点击可关闭一个单元：它的输出变为 0。“逐个关闭”会算出每个单元的作用。</translation>
    </message>
    <message>
        <source>Judging the network …</source>
        <translation>正在评估网络…</translation>
    </message>
    <message>
        <source>training samples</source>
        <translation>个训练样本</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>个测试样本</translation>
    </message>
    <message>
        <source>All on: loss %1</source>
        <translation>全部开启：损失 %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>500 test samples</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <comment>2 000 of 10 000 test samples</comment>
        <translation>%2 %3中的 %1 个</translation>
    </message>
    <message>
        <source>Off: %1 · loss %2 (%3)</source>
        <translation>已关闭 %1 个 · 损失 %2（%3）</translation>
    </message>
    <message>
        <source>accuracy %1 (%2 points)</source>
        <translation>准确率 %1（%2 个百分点）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer&lt;/b&gt;&lt;br&gt;Whose units are listed; a layer that is selected in the diagram is chosen here too. Units of other layers stay off.&lt;br&gt;Early and late layers often bear very different losses.</source>
        <translation>&lt;b&gt;层&lt;/b&gt;&lt;br&gt;列出哪一层的单元；在网络图中选中的层，这里也会随之选中。其他层已关闭的单元保持关闭。&lt;br&gt;靠前和靠后的层，承受损失的能力往往很不一样。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&lt;b&gt;Samples&lt;/b&gt;&lt;br&gt;On which part the network is judged, 2 000 samples at most.&lt;br&gt;The test part tells what is lost for new data.</source>
        <translation>&lt;b&gt;样本&lt;/b&gt;&lt;br&gt;用哪一部分数据评估网络，最多 2 000 个样本。&lt;br&gt;测试集说明对新数据损失了多少。</translation>
    </message>
    <message>
        <source>&lt;b&gt;All one by one&lt;/b&gt;&lt;br&gt;Switches each unit of the layer off alone and ranks them by the loss.&lt;br&gt;Many networks have units that they do not need.</source>
        <translation>&lt;b&gt;逐个关闭&lt;/b&gt;&lt;br&gt;单独关闭该层的每个单元，并按损失排序。&lt;br&gt;许多网络都有一些并不需要的单元。</translation>
    </message>
    <message>
        <source>All on again</source>
        <translation>全部开启</translation>
    </message>
    <message>
        <source>&lt;b&gt;All on again&lt;/b&gt;&lt;br&gt;Switches every unit of every layer on.&lt;br&gt;The network itself was never changed.</source>
        <translation>&lt;b&gt;全部开启&lt;/b&gt;&lt;br&gt;重新开启所有层的所有单元。&lt;br&gt;网络本身从未被改动。</translation>
    </message>
    <message>
        <source>Units of the layer</source>
        <translation>该层的单元</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>消融</translation>
    </message>
</context>
<context>
    <name>glassbox::AlignActions</name>
    <message>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Puts the left edges of the selected layers under each other.</source>
        <translation>让所选各层的左边缘上下对齐。</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>Puts the upper edges of the selected layers at one height.</source>
        <translation>让所选各层的上边缘处于同一高度。</translation>
    </message>
    <message>
        <source>Align in a row</source>
        <translation>排成一行</translation>
    </message>
    <message>
        <source>Puts the selected layers at one height, so that their wires run straight.</source>
        <translation>让所选各层处于同一高度，使它们之间的连线成为直线。</translation>
    </message>
    <message>
        <source>Distribute evenly</source>
        <translation>等距分布</translation>
    </message>
    <message>
        <source>Makes the gaps between the selected layers equal; the outer two stay.</source>
        <translation>让所选各层之间的间距相等，最外侧的两层不动。</translation>
    </message>
    <message>
        <source>A tidy drawing is read faster.</source>
        <translation>排列整齐的图更容易看懂。</translation>
    </message>
</context>
<context>
    <name>glassbox::ArrayBoard</name>
    <message>
        <source>No step is open. Go one step forward, and the arrays it reads and forms appear here.</source>
        <translation>还没有拆开任何一步。前进一站，它读取和算出的数组就显示在这里。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>glassbox::ArrayStrip</name>
    <message>
        <source>Color: each array on its own scale. Outlined: what the formula on the right uses.</source>
        <translation>颜色：每个数组用自己的标度。加框的是右边公式用到的数。</translation>
    </message>
</context>
<context>
    <name>glassbox::ArrayView</name>
    <message>
        <source>%1, %2</source>
        <comment>words and shape of an array: input, 3 × 2</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, sample %2</source>
        <comment>words and shape of an array, and which sample is seen</comment>
        <translation>%1，样本 %2</translation>
    </message>
</context>
<context>
    <name>glassbox::AttentionView</name>
    <message>
        <source>Shows for every step of a sequence how much it takes from every other one.&lt;br&gt;Use it to see what a head looks for, and how it learns where to look.</source>
        <translation>显示序列的每一步从其他各步取用多少信息。&lt;br&gt;用它观察一个注意力头在找什么，以及它怎样学会看向哪里。</translation>
    </message>
    <message>
        <source>Attention layer</source>
        <translation>注意力层</translation>
    </message>
    <message>
        <source>&lt;b&gt;Attention layer&lt;/b&gt;&lt;br&gt;Chooses whose maps are shown.&lt;br&gt;Deeper layers look at what the earlier ones have put together.</source>
        <translation>&lt;b&gt;注意力层&lt;/b&gt;&lt;br&gt;选择显示哪一层的注意力图。&lt;br&gt;较深的层看到的是前面各层组合出的结果。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>&lt;b&gt;Head&lt;/b&gt;&lt;br&gt;Chooses one of the heads that look side by side.&lt;br&gt;Compare them: each may look for something else.</source>
        <translation>&lt;b&gt;注意力头&lt;/b&gt;&lt;br&gt;从并列的各个头中选择一个。&lt;br&gt;比较它们：每个头关注的内容可能不同。</translation>
    </message>
    <message>
        <source>Training step of the map</source>
        <translation>注意力图所在的训练步</translation>
    </message>
    <message>
        <source>&lt;b&gt;Back in time&lt;/b&gt;&lt;br&gt;Shows the map of an earlier step. Maps are kept while this view is open.&lt;br&gt;Drag it to see when the head found out where to look.</source>
        <translation>&lt;b&gt;回看&lt;/b&gt;&lt;br&gt;显示较早一步的注意力图。只有打开此视图时才会保留。&lt;br&gt;拖动它，看这个头何时学会了看向哪里。</translation>
    </message>
    <message>
        <source>No map yet. Press Run, or take one step, and the attention of this sample appears here.</source>
        <translation>还没有注意力图。点击“运行”或单步训练，这个样本的注意力就会出现在这里。</translation>
    </message>
    <message>
        <source>Head %1 of %2</source>
        <translation>第 %1 个头，共 %2 个</translation>
    </message>
    <message>
        <source>step %1 (kept: %2 to %3)</source>
        <translation>第 %1 步（已保留 %2 至 %3）</translation>
    </message>
    <message>
        <source>Attention maps</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>rows ask, columns are asked; a row sums to 1</source>
        <translation>行是提问的一步，列是被问的一步；每行之和为 1</translation>
    </message>
</context>
<context>
    <name>glassbox::Background</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>glassbox::BranchSheet</name>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch at step %1: what is to change?</source>
        <translation>在第 %1 步分支：要改哪一项？</translation>
    </message>
    <message>
        <source>A new run goes on from these very weights, with this one setting changed. Run %1 stays as it is.</source>
        <translation>新的一次训练从这些权重继续，只改这一项设置。训练 %1 保持不变。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新的值</translation>
    </message>
    <message>
        <source>Only settings that can be changed while a run goes; others need a new run.</source>
        <translation>这里只列出训练中可以更改的设置；其他设置需要重新训练。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&lt;b&gt;Branch&lt;/b&gt; Enter&lt;br&gt;%1: %2 → %3</source>
        <translation>&lt;b&gt;分支&lt;/b&gt; Enter&lt;br&gt;%1：%2 → %3</translation>
    </message>
    <message>
        <source>The value is still the same: %1.</source>
        <translation>值还没有变：%1。</translation>
    </message>
</context>
<context>
    <name>glassbox::BuildDesk</name>
    <message>
        <source>Export the script</source>
        <translation>导出脚本</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出……</translation>
    </message>
    <message>
        <source>Exported: %1, with the weights and a batch of the data beside it.</source>
        <translation>已导出：%1，权重和一个小批量的数据也存放在同一文件夹中。</translation>
    </message>
    <message>
        <source>The script was not exported.</source>
        <translation>脚本没有导出。</translation>
    </message>
</context>
<context>
    <name>glassbox::CanvasTools</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation>恢复到 100 %</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Zoom: %1. Back to 100 %</source>
        <translation>缩放：%1。恢复到 100 %</translation>
    </message>
    <message>
        <source>Shows the whole network.</source>
        <translation>显示整个网络。</translation>
    </message>
    <message>
        <source>Wires: gradients</source>
        <translation>连线：梯度</translation>
    </message>
    <message>
        <source>Wires: weights</source>
        <translation>连线：权重</translation>
    </message>
    <message>
        <source>Wires show: weights or gradients</source>
        <translation>连线显示权重或梯度</translation>
    </message>
    <message>
        <source>Width and color of a wire are those of its weight, or of the loss&apos;s gradient by it at the last step.</source>
        <translation>连线的粗细和颜色表示它的权重，或者最近一步中损失对该权重的梯度。</translation>
    </message>
    <message>
        <source>See which weights the training is about to change, and where the gradient vanishes.</source>
        <translation>看看训练将改变哪些权重，以及梯度在哪里消失。</translation>
    </message>
</context>
<context>
    <name>glassbox::ChangeRow</name>
    <message>
        <source>What if it were</source>
        <translation>假如它是</translation>
    </message>
    <message>
        <source>&lt;b&gt;What if&lt;/b&gt;&lt;br&gt;Puts another number here and works the whole step out anew.&lt;br&gt;See what later numbers owe to this one.</source>
        <translation>&lt;b&gt;假如&lt;/b&gt;&lt;br&gt;把这里换成另一个数，整步重新计算。&lt;br&gt;看看后面的数有多少是由它决定的。</translation>
    </message>
    <message>
        <source>The changes make no difference here.</source>
        <translation>这些改动对这里没有影响。</translation>
    </message>
    <message>
        <source>Before the changes: %1. Now: %2, that is %3.</source>
        <translation>改动前：%1。现在：%2，变化 %3。</translation>
    </message>
    <message>
        <source>Take all changes back</source>
        <translation>撤销全部改动</translation>
    </message>
</context>
<context>
    <name>glassbox::CheckTable</name>
    <message>
        <source>%1 of %2 agree</source>
        <translation>%2 个中有 %1 个一致</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>%1: gradient %2, difference %3. %4</source>
        <translation>%1：梯度 %2，差分 %3。%4</translation>
    </message>
    <message>
        <source>Gradients checked</source>
        <translation>梯度检验</translation>
    </message>
</context>
<context>
    <name>glassbox::ClassCounts</name>
    <message>
        <source>%1 more</source>
        <translation>另 %1 类</translation>
    </message>
    <message>
        <source>all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1: %2 training, %3 validation, %4 test</source>
        <translation>%1：训练 %2，验证 %3，测试 %4</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>valid.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>glassbox::ClassDialog</name>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Folder with the reports of a class</source>
        <translation>存放全班学习报告的文件夹</translation>
    </message>
    <message>
        <source>Reading the reports</source>
        <translation>正在读取学习报告</translation>
    </message>
    <message>
        <source>Class table</source>
        <translation>班级总表</translation>
    </message>
    <message>
        <source>Class table: %1</source>
        <translation>班级总表：%1</translation>
    </message>
    <message>
        <source>No reports yet. Open the folder with the reports (JSON) of your class.</source>
        <translation>还没有学习报告。请打开存放全班报告（JSON）的文件夹。</translation>
    </message>
    <message>
        <source>This folder holds no files *.json. Learners save them from their report.</source>
        <translation>这个文件夹里没有 *.json 文件。学习者可以在自己的学习报告中保存它。</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open a folder…&lt;/b&gt;&lt;br&gt;Reads every report (JSON) of the folder.&lt;br&gt;See where your class stands.</source>
        <translation>&lt;b&gt;打开文件夹…&lt;/b&gt;&lt;br&gt;读取文件夹里的每一份学习报告（JSON）。&lt;br&gt;看看全班学到了哪里。</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Save as CSV…&lt;/b&gt;&lt;br&gt;Writes the table with the skills of everybody.&lt;br&gt;Go on with it in a spreadsheet.</source>
        <translation>&lt;b&gt;存为 CSV…&lt;/b&gt;&lt;br&gt;写出这张表，并带上每个人的技能。&lt;br&gt;可以接着用电子表格处理。</translation>
    </message>
    <message>
        <source>Reports: %1</source>
        <translation>学习报告：%1</translation>
    </message>
    <message>
        <source>Reports: %1 · files refused: %2</source>
        <translation>学习报告：%1 · 未能读取的文件：%2</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Lesson %1: %2</source>
        <translation>第 %1 课：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>glassbox::CodeView</name>
    <message>
        <source>No layers yet: the PyTorch code of the network appears here.</source>
        <translation>还没有层：网络的 PyTorch 代码会显示在这里。</translation>
    </message>
    <message>
        <source>No code yet. %1</source>
        <translation>暂时没有代码。%1</translation>
    </message>
    <message>
        <source>Show the issues</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>PyTorch, %1 lines. Click a line to select its layer.</source>
        <translation>PyTorch 代码，共 %1 行。点击某一行，就会选中对应的层。</translation>
    </message>
    <message>
        <source>This line belongs to the whole network, not to one layer.</source>
        <translation>这一行属于整个网络，不属于某一层。</translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation>代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Puts the whole code on the clipboard.</source>
        <translation>把全部代码复制到剪贴板。</translation>
    </message>
    <message>
        <source>Go on with it in an editor or a notebook.</source>
        <translation>可以粘贴到编辑器或 notebook 里继续使用。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the script</source>
        <translation>导出脚本</translation>
    </message>
    <message>
        <source>Writes the script with the weights, a small batch of the data, and a self-test that compares PyTorch&apos;s losses with those of Glassbox.</source>
        <translation>导出脚本、权重和一个小批量的数据，并附带自检：把 PyTorch 算出的损失与玻璃盒的结果逐一比较。</translation>
    </message>
    <message>
        <source>Use the trained network outside of the lab.</source>
        <translation>在实验室之外使用训练好的网络。</translation>
    </message>
    <message>
        <source>PyTorch code of the network</source>
        <translation>网络的 PyTorch 代码</translation>
    </message>
    <message>
        <source>The lines of the selected layer are lit. A click on a line, or Enter, selects its layer in the diagram.</source>
        <translation>选中的层，其代码行会高亮。点击某一行或按 Enter，就会在图中选中对应的层。</translation>
    </message>
</context>
<context>
    <name>glassbox::ColumnChoice</name>
    <message>
        <source>Input columns</source>
        <translation>输入列</translation>
    </message>
    <message>
        <source>What the network is given. Leave out what it must not know: a number of the row, a name, anything that tells the target.</source>
        <translation>网络能看到的数据。请排除它不该知道的内容：行号、姓名，以及任何会泄露目标的列。</translation>
    </message>
</context>
<context>
    <name>glassbox::ColumnTable</name>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>%1: mean %2, standard deviation %3, from %4 to %5</source>
        <translation>%1：均值 %2，标准差 %3，取值从 %4 到 %5</translation>
    </message>
    <message>
        <source>, missing values: %1</source>
        <translation>，缺失值：%1</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 列</translation>
    </message>
    <message>
        <source>std dev</source>
        <translation>标准差</translation>
    </message>
</context>
<context>
    <name>glassbox::CommandDesk</name>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>第 %1 课</translation>
    </message>
    <message>
        <source>Part %1: %2</source>
        <translation>第 %1 段：%2</translation>
    </message>
    <message>
        <source>Enter builds this network: %1 nodes, %2 parameters. Undo brings the old one back.</source>
        <translation>按 Enter 搭建这个网络：%1 个节点，%2 个参数。撤销即可恢复原来的网络。</translation>
    </message>
</context>
<context>
    <name>glassbox::CommandPalette</name>
    <message>
        <source>Nothing is called so. A network can be typed, too:</source>
        <translation>没有叫这个名字的。也可以直接输入一个网络：</translation>
    </message>
    <message>
        <source>A command, an example, a lesson, a layer, or a network in one line</source>
        <translation>命令、示例、课程、层，或用一行文字写出的网络</translation>
    </message>
    <message>
        <source>Any command</source>
        <translation>任意命令</translation>
    </message>
    <message>
        <source>&lt;b&gt;Any command&lt;/b&gt; Ctrl+K&lt;br&gt;Type a part of a name, in English or in Chinese; up and down choose, Enter does it, Esc closes.&lt;br&gt;Faster than a menu, and it knows all names.</source>
        <translation>&lt;b&gt;任意命令&lt;/b&gt; Ctrl+K&lt;br&gt;输入名称的一部分，中英文都可以；上下键选择，Enter 执行，Esc 关闭。&lt;br&gt;比菜单快，而且什么名称都找得到。</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>符合的命令</translation>
    </message>
</context>
<context>
    <name>glassbox::CompareColumn</name>
    <message>
        <source>%1 · rate %2 · batch %3 · seed %4</source>
        <translation>%1 · 学习率 %2 · 批量 %3 · 种子 %4</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>is being prepared</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>ended at step %1 by its own stop rule</source>
        <translation>按自己的停止条件停在第 %1 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Pause first: a run is kept as it stands.</source>
        <translation>请先暂停：保留的是运行此刻的样子。</translation>
    </message>
    <message>
        <source>There is nothing to keep yet: press Run.</source>
        <translation>还没有可保留的内容：请点击“运行”。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Keep as run</source>
        <translation>保留为运行</translation>
    </message>
    <message>
        <source>&lt;b&gt;Keep as run&lt;/b&gt;&lt;br&gt;Puts this network&apos;s curve, settings and weights into the list of runs.&lt;br&gt;They are saved with the project.</source>
        <translation>&lt;b&gt;保留为运行&lt;/b&gt;&lt;br&gt;把这个网络的曲线、设置和权重放进运行列表。&lt;br&gt;它们会随项目一起保存。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open&lt;/b&gt;&lt;br&gt;Keeps this network as a run and brings it into the lab, where it stands.&lt;br&gt;Go on with it, or look inside it.</source>
        <translation>&lt;b&gt;打开&lt;/b&gt;&lt;br&gt;把这个网络保留为一次运行，并按此刻的状态放进实验室。&lt;br&gt;可以接着训练，也可以查看它的内部。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Take away&lt;/b&gt;&lt;br&gt;Takes this network out of the comparison; the others stay.&lt;br&gt;Make room for another one.</source>
        <translation>&lt;b&gt;移出&lt;/b&gt;&lt;br&gt;把这个网络移出比较，其余的不变。&lt;br&gt;给另一个网络腾出位置。</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>移出 %1</translation>
    </message>
</context>
<context>
    <name>glassbox::ComparePicture</name>
    <message>
        <source>These data have no picture that fits here: compare the curves below.</source>
        <translation>这些数据没有适合放在这里的图：请比较下面的曲线。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>glassbox::ConditionRows</name>
    <message>
        <source>%1: %2</source>
        <comment>what is asked of a model</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>not met yet</source>
        <translation>尚未达到</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>both ends of what is asked</comment>
        <translation>%1：%2 到 %3</translation>
    </message>
</context>
<context>
    <name>glassbox::ConfusionMargins</name>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>samples in a cell</source>
        <translation>每格的样本数</translation>
    </message>
    <message>
        <source>precision, %</source>
        <translation>精确率，%</translation>
    </message>
</context>
<context>
    <name>glassbox::ConfusionPage</name>
    <message>
        <source>Counts the samples by true and predicted class; a click on a cell shows those samples.&lt;br&gt;Use it to find which classes are mixed up, and why.</source>
        <translation>按真实类别和预测类别统计样本数；点击格子可查看其中的样本。&lt;br&gt;用它找出哪些类别容易混淆，以及原因。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>glassbox::ConfusionView</name>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1 right of all %2 %3 samples</source>
        <comment>97.0 % right of all 1 000 test samples</comment>
        <translation>%3集全部 %2 个样本，准确率 %1</translation>
    </message>
    <message>
        <source>%1 right of %2, every %3th of %4 %5 samples</source>
        <translation>%2 个样本，准确率 %1（%5集共 %4 个，每 %3 个取 1 个）</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>最严重的误判</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>%1, recognized</source>
        <translation>“%1”，识别正确</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>“%1”误认作“%2”</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>true → predicted</source>
        <translation>真实 → 预测</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>glassbox::CurvePaper</name>
    <message>
        <source>Your curve: %1 over the steps</source>
        <translation>你的曲线：%1 随步数的变化</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Step %1: not drawn yet</source>
        <translation>第 %1 步：还没有画</translation>
    </message>
    <message>
        <source>Draw from the left edge to the right one. Keys: left and right move, up and down set the height, with Shift finely; Delete clears the paper.</source>
        <translation>从左边缘画到右边缘。键盘：左右键移动，上下键调高低，按住 Shift 微调；Delete 键全部擦掉。</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>还什么都没有画。</translation>
    </message>
    <message>
        <source>The curve is complete.</source>
        <translation>曲线画完整了。</translation>
    </message>
    <message>
        <source>The curve does not reach from edge to edge yet.</source>
        <translation>曲线还没有从左边缘连到右边缘。</translation>
    </message>
    <message>
        <source>You drew it from %1 to %2; lowest is %3, at step %4.</source>
        <translation>你画的曲线从 %1 到 %2；最低是 %3，在第 %4 步。</translation>
    </message>
    <message>
        <source>Measured it went from %1 to %2; lowest was %3, at step %4.</source>
        <translation>实测从 %1 到 %2；最低是 %3，在第 %4 步。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>Draw the curve here, from the left edge to the right one.</source>
        <translation>在这里画出曲线，从左边缘画到右边缘。</translation>
    </message>
</context>
<context>
    <name>glassbox::CurvesPanel</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>There is no validation or test part to measure on.</source>
        <translation>没有验证集，也没有测试集，无从测量。</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Update / weight</source>
        <translation>更新量 / 权重</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>solid training, dashed test</source>
        <translation>实线为训练，虚线为测试</translation>
    </message>
</context>
<context>
    <name>glassbox::DataPanel</name>
    <message>
        <source>Open data…</source>
        <translation>打开数据…</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Read these data</source>
        <translation>读取这些数据</translation>
    </message>
    <message>
        <source>The data are being made</source>
        <translation>正在生成数据</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Choose data that the lab makes, or open your own.</source>
        <translation>选择内置的数据，或打开自己的数据。</translation>
    </message>
    <message>
        <source> · hollow: test</source>
        <translation> · 空心：测试</translation>
    </message>
    <message>
        <source>A table (CSV), a text, the MNIST family (IDX), CIFAR-10, or a folder of pictures for each class. The kind is found by looking.</source>
        <translation>表格（CSV）、文本、MNIST 系列文件（IDX）、CIFAR-10，或每个类别一个图片文件夹。数据的种类会自动识别。</translation>
    </message>
    <message>
        <source> · dotted: validation</source>
        <translation> · 带白点：验证集</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>数据划分</translation>
    </message>
    <message>
        <source>Whose samples are shown: those that are trained on, those by which settings are chosen, or those kept for the test.</source>
        <translation>显示哪一部分的样本：用于训练的、用于选择设置的，还是留作测试的。</translation>
    </message>
    <message>
        <source>Of %1 test samples, %2 stand in the training part too: on them the test measures memory. Take repeated rows out of the data before they are split, or read the test figure with care.</source>
        <translation>%1 个测试样本中有 %2 个也出现在训练集里：在它们身上，测试量的只是记忆。请在划分之前去掉重复的行，否则看测试结果时要留心。</translation>
    </message>
    <message>
        <source>The widest column varies %1 times as much as the narrowest. The large one drowns the small one in the first layer.</source>
        <translation>变化最大的一列，幅度是最小一列的 %1 倍。在第一层里，大的会把小的淹没。</translation>
    </message>
    <message>
        <source>Put a Normalize after the input</source>
        <translation>在输入后面加入标准化层</translation>
    </message>
    <message>
        <source>Brings every column to mean 0 and standard deviation 1, as a layer that you can see and switch off.</source>
        <translation>把每一列变成均值 0、标准差 1；它是一个看得见、也可以关掉的层。</translation>
    </message>
    <message>
        <source>With this setting the file can be read. It is in the list below and can be changed back there.</source>
        <translation>改用这项设置就能读取文件。它在下面的列表里，随时可以改回来。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Does not wait for these data any longer. What was there before stays.</source>
        <translation>不再等待这些数据，原有的数据保留。</translation>
    </message>
</context>
<context>
    <name>glassbox::DataPreview</name>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%2 个点中的 %1 个</translation>
    </message>
    <message>
        <source>The first of %1 pictures</source>
        <translation>%1 张图像中的前几张</translation>
    </message>
    <message>
        <source>The first of %1 rows</source>
        <translation>%1 行中的前几行</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The first of %1 sequences</source>
        <translation>共 %1 个序列，这里是前几个</translation>
    </message>
</context>
<context>
    <name>glassbox::DecimalsChooser</name>
    <message>
        <source>%1 decimals</source>
        <translation>%1 位小数</translation>
    </message>
    <message>
        <source>automatic decimals</source>
        <translation>自动小数位数</translation>
    </message>
    <message>
        <source>Decimals of the arrays</source>
        <translation>数组的小数位数</translation>
    </message>
    <message>
        <source>How many decimals the arrays show. A cell too narrow for them shows fewer; all of them are in its tooltip.</source>
        <translation>数组显示几位小数。格子太窄时会少显示几位，完整的数在提示中。</translation>
    </message>
</context>
<context>
    <name>glassbox::DerivationList</name>
    <message>
        <source>Hide the steps in between</source>
        <translation>收起中间步骤</translation>
    </message>
    <message>
        <source>Why this formula?</source>
        <translation>这个公式从何而来？</translation>
    </message>
    <message>
        <source>&lt;b&gt;Why this formula?&lt;/b&gt;&lt;br&gt;Shows the steps in between: the chain rule through the parts, and what is left when it is simplified.</source>
        <translation>&lt;b&gt;这个公式从何而来？&lt;/b&gt;&lt;br&gt;展开中间步骤：先用链式法则逐段求导，再化简得到上面的公式。</translation>
    </message>
</context>
<context>
    <name>glassbox::DiagramScene</name>
    <message>
        <source>Block %1</source>
        <translation>模块 %1</translation>
    </message>
    <message>
        <source>%1 × %2 parameters</source>
        <translation>%1 × %2 个参数</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
</context>
<context>
    <name>glassbox::DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Arrange the tiles</source>
        <translation>排列图块</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Drag a layer here from the list on the left, or begin with an input.</source>
        <translation>从左侧列表把层拖到这里，或先放一个输入层。</translation>
    </message>
    <message>
        <source>Add an Input</source>
        <translation>添加输入层</translation>
    </message>
    <message>
        <source>Train its weights again</source>
        <translation>解冻权重</translation>
    </message>
    <message>
        <source>Freeze its weights</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>carries %1</source>
        <translation>数据形状 %1</translation>
    </message>
    <message>
        <source>Weight from input %1 to unit %2. Click to see its value.</source>
        <translation>从输入 %1 到神经元 %2 的权重。点击可查看它的值。</translation>
    </message>
    <message>
        <source>Bias of unit %1. Click to see its value.</source>
        <translation>神经元 %1 的偏置。点击可查看它的值。</translation>
    </message>
    <message>
        <source>What unit %1 of %2 gives.</source>
        <translation>“%2”中神经元 %1 的输出。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>There is no other input to draw a wire to.</source>
        <translation>没有别的输入可以连线。</translation>
    </message>
    <message>
        <source>Wire to %1: Enter draws it, arrows choose another, Esc stops.</source>
        <translation>连线到“%1”：按 Enter 画出，按方向键另选，按 Esc 取消。</translation>
    </message>
    <message>
        <source>Drag from here to an input to draw a wire.</source>
        <translation>从这里拖到一个输入，就画出连线。</translation>
    </message>
    <message>
        <source>Drag to an output to draw a wire; a wired port lets its wire go.</source>
        <translation>拖到一个输出，就画出连线；从已有连线的端口拖动，会取下连线。</translation>
    </message>
    <message>
        <source>Unfold the group
Shows the layers in it.</source>
        <translation>展开组
显示组内的各层。</translation>
    </message>
    <message>
        <source>Fold the group
Draws it as one tile.</source>
        <translation>折叠组
把整组画成一个方块。</translation>
    </message>
    <message>
        <source>Copy before
Each copy has weights of its own; the numbers on the layers are those of one.</source>
        <translation>前一份
每一份都有自己的权重；各层上显示的是其中一份的数值。</translation>
    </message>
    <message>
        <source>Next copy
Each copy has weights of its own; the numbers on the layers are those of one.</source>
        <translation>后一份
每一份都有自己的权重；各层上显示的是其中一份的数值。</translation>
    </message>
    <message>
        <source>Double-click folds it to one tile.</source>
        <translation>双击可折叠成一个方块。</translation>
    </message>
    <message>
        <source>Enter or double-click unfolds it.</source>
        <translation>按 Enter 或双击可展开。</translation>
    </message>
    <message>
        <source>Picture: gradients of the weights, full colour at ±%1; %2 of %3 shown.</source>
        <translation>图像：权重的梯度，颜色最深处为 ±%1；显示 %3 个中的 %2 个。</translation>
    </message>
    <message>
        <source>Picture: weights, full colour at ±%1; %2 of %3 shown.</source>
        <translation>图像：权重，颜色最深处为 ±%1；显示 %3 个中的 %2 个。</translation>
    </message>
    <message>
        <source>Show in tile</source>
        <translation>方块中显示</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradients of the weights</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>不显示图像</translation>
    </message>
    <message>
        <source>Attention of the sample</source>
        <translation>这个样本的注意力</translation>
    </message>
    <message>
        <source>Feature maps of the sample</source>
        <translation>这个样本的特征图</translation>
    </message>
    <message>
        <source>Activations of the sample</source>
        <translation>这个样本的激活值</translation>
    </message>
    <message>
        <source>: full colour at %1; %2 of %3 shown.</source>
        <translation>：颜色最深处为 %1；共 %3 个，显示 %2 个。</translation>
    </message>
</context>
<context>
    <name>glassbox::DockRail</name>
    <message>
        <source>Opens the folded dock over the canvas.</source>
        <translation>打开已折叠的面板，浮在中央区域之上。</translation>
    </message>
    <message>
        <source>Esc, or a click elsewhere, closes it again.</source>
        <translation>按 Esc 或点击别处即可收起。</translation>
    </message>
</context>
<context>
    <name>glassbox::DrawCanvas</name>
    <message>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>画纸</translation>
    </message>
    <message>
        <source>Draw with the mouse, or with the arrow keys: Space puts the pen down and lifts it, Backspace takes the last stroke back, Delete clears.</source>
        <translation>用鼠标画，也可以用方向键画：空格键落笔和抬笔，Backspace 收回一笔，Delete 清空。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Paper&lt;/b&gt;&lt;br&gt;Draw with the mouse, or with the arrow keys: Space puts the pen down and lifts it, Backspace takes the last stroke back, Delete clears.&lt;br&gt;The squares are the pixels that the network gets.</source>
        <translation>&lt;b&gt;画纸&lt;/b&gt;&lt;br&gt;用鼠标画，也可以用方向键画：空格键落笔和抬笔，Backspace 收回一笔，Delete 清空。&lt;br&gt;一个个小方格就是网络得到的像素。</translation>
    </message>
</context>
<context>
    <name>glassbox::DrawView</name>
    <message>
        <source>Draw a picture and see what the network takes it for, while you draw.&lt;br&gt;Use it to find out what it has learned to look at, and what fools it.</source>
        <translation>边画边看网络把它认成什么。&lt;br&gt;用来弄清网络学会了看哪里，又会被什么骗过。</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>笔的宽度</translation>
    </message>
    <message>
        <source>Probabilities of the classes</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>Taken for: %1, %2</source>
        <translation>认成：%1，%2</translation>
    </message>
    <message>
        <source>Draw something on the left</source>
        <translation>请在左边画一个</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>Kept drawings stand here, and the network is tested on them.</source>
        <translation>留下的画放在这里，网络会在它们上面接受检验。</translation>
    </message>
    <message>
        <source>%1 kept drawings</source>
        <translation>留下的画：%1 幅</translation>
    </message>
    <message>
        <source>Kept drawings: %1 of %2 right, %3</source>
        <translation>留下的画：%2 幅中认对 %1 幅，%3</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>&lt;b&gt;Pen or eraser&lt;/b&gt;&lt;br&gt;What the mouse leaves on the paper.&lt;br&gt;Erase a piece of a digit to see which piece its class hangs on.</source>
        <translation>&lt;b&gt;画笔或橡皮&lt;/b&gt;&lt;br&gt;鼠标在纸上留下什么。&lt;br&gt;擦掉数字的一部分，看看判断取决于哪一笔。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>&lt;b&gt;Width of the pen&lt;/b&gt;&lt;br&gt;In pixels of the picture.&lt;br&gt;Strokes much thinner or thicker than those of the training data are harder to tell.</source>
        <translation>&lt;b&gt;笔的宽度&lt;/b&gt;&lt;br&gt;以图像的像素为单位。&lt;br&gt;比训练数据中的笔画细得多或粗得多，就更难认。</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>撤销一笔</translation>
    </message>
    <message>
        <source>&lt;b&gt;Undo stroke&lt;/b&gt; Backspace&lt;br&gt;Takes the last stroke back.&lt;br&gt;Use it to compare the answer with and without it.</source>
        <translation>&lt;b&gt;撤销一笔&lt;/b&gt; Backspace&lt;br&gt;收回最后一笔。&lt;br&gt;用来比较有它和没有它时的回答。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>&lt;b&gt;Clear&lt;/b&gt; Delete&lt;br&gt;Empties the paper.&lt;br&gt;Kept drawings stay.</source>
        <translation>&lt;b&gt;清空&lt;/b&gt; Delete&lt;br&gt;把纸擦干净。&lt;br&gt;留下的画不受影响。</translation>
    </message>
    <message>
        <source>Centered as in MNIST</source>
        <translation>像 MNIST 那样居中</translation>
    </message>
    <message>
        <source>&lt;b&gt;Centered as in MNIST&lt;/b&gt;&lt;br&gt;Scales the drawing into a box of 20 of 28 pixels and moves its center of mass to the middle, as was done with the pictures of MNIST.&lt;br&gt;Switch it off to see what the network says of a small or shifted digit.</source>
        <translation>&lt;b&gt;像 MNIST 那样居中&lt;/b&gt;&lt;br&gt;把画缩放到 28 个像素中的 20 个像素见方，再把重心移到正中，与 MNIST 图像的处理方法相同。&lt;br&gt;关掉它，看看网络怎样看待偏小或偏移的数字。</translation>
    </message>
    <message>
        <source>This is what the network gets.</source>
        <translation>网络得到的就是这个。</translation>
    </message>
    <message>
        <source>The picture that the network gets</source>
        <translation>网络得到的图像</translation>
    </message>
    <message>
        <source>This is</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>What the drawing is</source>
        <translation>画的是什么</translation>
    </message>
    <message>
        <source>&lt;b&gt;What the drawing is&lt;/b&gt;&lt;br&gt;The class it is kept as.&lt;br&gt;The network is tested on the kept drawings, and can be trained on them.</source>
        <translation>&lt;b&gt;画的是什么&lt;/b&gt;&lt;br&gt;这幅画留下时所属的类别。&lt;br&gt;留下的画用来检验网络，也可以用来训练。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>&lt;b&gt;Keep&lt;/b&gt;&lt;br&gt;Puts the drawing, as the network gets it, into the project under this class.&lt;br&gt;Then choose “Your drawings” in the Data panel to train on them.</source>
        <translation>&lt;b&gt;留下&lt;/b&gt;&lt;br&gt;按网络得到的样子，把这幅画以该类别存入项目。&lt;br&gt;之后可在“数据”面板中选择“手绘的图”，用它们训练。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>&lt;b&gt;Remove&lt;/b&gt;&lt;br&gt;Takes the chosen drawing out of the project; Undo brings it back.&lt;br&gt;Click a kept drawing to choose it.</source>
        <translation>&lt;b&gt;移除&lt;/b&gt;&lt;br&gt;把选中的画移出项目；撤销可以找回。&lt;br&gt;单击一幅留下的画即可选中。</translation>
    </message>
    <message>
        <source>Kept drawings</source>
        <translation>留下的画</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手绘</translation>
    </message>
</context>
<context>
    <name>glassbox::ElementWords</name>
    <message>
        <source>Output of %1</source>
        <translation>“%1”的输出</translation>
    </message>
    <message>
        <source>Gradient at %1</source>
        <translation>“%1”处的梯度</translation>
    </message>
    <message>
        <source>Gradient that %1 passes back</source>
        <translation>“%1”传回的梯度</translation>
    </message>
    <message>
        <source>Gradient of %1, %2</source>
        <translation>“%1”的%2的梯度</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>“%1”的%2</translation>
    </message>
    <message>
        <source>%1, %2 after the update</source>
        <translation>“%1”的%2（更新后）</translation>
    </message>
    <message>
        <source>One output</source>
        <translation>一个输出</translation>
    </message>
    <message>
        <source>Gradient at one output</source>
        <translation>一个输出的梯度</translation>
    </message>
    <message>
        <source>Gradient through one wire</source>
        <translation>一条连线上的梯度</translation>
    </message>
    <message>
        <source>Gradient of one parameter</source>
        <translation>一个参数的梯度</translation>
    </message>
    <message>
        <source>One parameter</source>
        <translation>一个参数</translation>
    </message>
    <message>
        <source>One parameter after the update</source>
        <translation>更新后的一个参数</translation>
    </message>
    <message>
        <source>One target</source>
        <translation>一个目标值</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>glassbox::ExplanationPanel</name>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>Click a number: its formula appears here.</source>
        <translation>点击一个数，它的公式就显示在这里。</translation>
    </message>
    <message>
        <source>Show all %1 terms</source>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>Terms carry one digit more than the result, so that they add up. Click a number to follow it.</source>
        <translation>各项比结果多保留一位，这样加起来正好相符。点击任何一个数可以继续追查。</translation>
    </message>
    <message>
        <source>Click a number to follow it.</source>
        <translation>点击任何一个数可以继续追查。</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>它接下来怎样</translation>
    </message>
    <message>
        <source>Worked out from</source>
        <translation>由这些数算出</translation>
    </message>
    <message>
        <source>Check by central difference</source>
        <translation>用中心差分检验</translation>
    </message>
    <message>
        <source>(L(w + ε) − L(w − ε)) / 2ε, in double precision. Too large an ε sees the curve, too small a one sees only rounding.</source>
        <translation>(L(w + ε) − L(w − ε)) / 2ε，用 double 计算。ε 太大会受曲线弯曲的影响，太小则只剩舍入误差。</translation>
    </message>
    <message>
        <source>From the loss to here</source>
        <translation>从损失到这里</translation>
    </message>
    <message>
        <source>the chain rule, link by link</source>
        <translation>链式法则，一环一环地看</translation>
    </message>
</context>
<context>
    <name>glassbox::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>Memory: 1.1 KB</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glassbox::FeatureMapView</name>
    <message>
        <source>Shows what each channel of a layer answers to one sample.&lt;br&gt;Use it to see where in the picture a filter finds its pattern.</source>
        <translation>显示某一层的每个通道对一个样本的响应。&lt;br&gt;可以看出卷积核在图像的哪些位置找到了它的图案。</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
</context>
<context>
    <name>glassbox::FilterView</name>
    <message>
        <source>Shows the weights of each filter of a convolution as a picture.&lt;br&gt;Use it to see which edges and spots the network looks for.</source>
        <translation>把卷积层每个卷积核的权重画成图。&lt;br&gt;可以看出网络在寻找怎样的边缘和斑点。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核</translation>
    </message>
</context>
<context>
    <name>glassbox::FitPage</name>
    <message>
        <source>Shows the function that the network computes, through the samples.&lt;br&gt;Use it to see underfitting and overfitting with your own eyes.</source>
        <translation>显示网络算出的函数曲线与样本点。&lt;br&gt;欠拟合和过拟合在这里一目了然。</translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
</context>
<context>
    <name>glassbox::FitView</name>
    <message>
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>dashed: how far off</source>
        <translation>虚线：偏差</translation>
    </message>
    <message>
        <source>At %1 the network gives %2.</source>
        <translation>在 %1 处，网络给出 %2。</translation>
    </message>
</context>
<context>
    <name>glassbox::FoldedTile</name>
    <message>
        <source>heads: %1</source>
        <translation>%1 个头</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>宽度 %1</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 层</translation>
    </message>
</context>
<context>
    <name>glassbox::FormulaWidget</name>
    <message>
        <source>Copy as TeX</source>
        <translation>复制 TeX 代码</translation>
    </message>
</context>
<context>
    <name>glassbox::GroupActions</name>
    <message>
        <source>Make a group</source>
        <translation>组成一组</translation>
    </message>
    <message>
        <source>Makes one group of the selected layers.</source>
        <translation>把选中的各层组成一组。</translation>
    </message>
    <message>
        <source>A group can be folded to one tile, and repeated.</source>
        <translation>一组可以折叠成一个方块，也可以重复多次。</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>解散组</translation>
    </message>
    <message>
        <source>Takes the frame away; its layers stay, once.</source>
        <translation>去掉外框；组内各层保留一份。</translation>
    </message>
    <message>
        <source>Change layers one by one again.</source>
        <translation>之后又可以逐层修改。</translation>
    </message>
    <message>
        <source>Unfold the group</source>
        <translation>展开组</translation>
    </message>
    <message>
        <source>Fold the group</source>
        <translation>折叠组</translation>
    </message>
    <message>
        <source>Shows the layers in the group.</source>
        <translation>显示组内的各层。</translation>
    </message>
    <message>
        <source>Draws the group as one tile.</source>
        <translation>把整组画成一个方块。</translation>
    </message>
    <message>
        <source>A long network is read block by block.</source>
        <translation>网络很长时，可以一块一块地读。</translation>
    </message>
    <message>
        <source>Copy before</source>
        <translation>前一份</translation>
    </message>
    <message>
        <source>Shows the numbers of the copy before on the layers of the group.</source>
        <translation>组内各层显示前一份的数值。</translation>
    </message>
    <message>
        <source>Each copy has weights of its own.</source>
        <translation>每一份都有自己的权重。</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>后一份</translation>
    </message>
    <message>
        <source>Shows the numbers of the next copy on the layers of the group.</source>
        <translation>组内各层显示后一份的数值。</translation>
    </message>
    <message>
        <source>Copies in a row</source>
        <translation>串联份数</translation>
    </message>
    <message>
        <source>How many times the group stands in a row, each with weights of its own.</source>
        <translation>这一组串联多少份；每一份都有自己的权重。</translation>
    </message>
</context>
<context>
    <name>glassbox::HeatMap</name>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已掩蔽</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>row 2, column 3: 0.17</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>glassbox::Histogram</name>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation>%1 个值，从 %2 到 %3</translation>
    </message>
    <message>
        <source>%1 to %2: %3 values</source>
        <translation>%1 到 %2：%3 个值</translation>
    </message>
    <message>
        <source>%1 not a number</source>
        <translation>%1 个不是数</translation>
    </message>
    <message>
        <source>Longest bar: %1</source>
        <translation>最高的柱：%1</translation>
    </message>
</context>
<context>
    <name>glassbox::InspectorPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>glassbox::IssueCard</name>
    <message>
        <source>Issue: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>Try the cure beside it</source>
        <translation>并排试用改法</translation>
    </message>
    <message>
        <source>Try the cure beside it: %1</source>
        <translation>并排试用改法：%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Try the cure beside it&lt;/b&gt;&lt;br&gt;Trains this network and a copy with one change, step for step: %1.&lt;br&gt;See whether the change helps.</source>
        <translation>&lt;b&gt;并排试用改法&lt;/b&gt;&lt;br&gt;让这个网络和只改了一处的副本一步一步同时训练：%1。&lt;br&gt;看看这样改有没有用。</translation>
    </message>
</context>
<context>
    <name>glassbox::IssueList</name>
    <message>
        <source>No issues: the network can be trained.</source>
        <translation>没有问题：网络可以训练。</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation>%1 条提示</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 issues, 1 hint</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>glassbox::KeepingBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Your work is not kept against a crash now. %1 Glassbox tries again every few seconds; Save as… keeps it in another place.</source>
        <translation>目前无法为防备意外退出而保留你的内容。%1Glassbox 每隔几秒会再试一次；也可以用“另存为”把它存到别的地方。</translation>
    </message>
    <message>
        <source>Your progress in the lessons is not on the disk yet. %1 Glassbox holds it and tries again every few seconds.</source>
        <translation>你的学习进度还没有写入磁盘。%1Glassbox 会先记着它，每隔几秒再试一次。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Save as…&lt;/b&gt;&lt;br&gt;Keeps the project in a folder of your choice.</source>
        <translation>&lt;b&gt;另存为…&lt;/b&gt;&lt;br&gt;把项目保存到你选择的文件夹里。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>&lt;b&gt;Hide&lt;/b&gt;&lt;br&gt;Takes this line away. It comes back when something else is not kept.</source>
        <translation>&lt;b&gt;隐藏&lt;/b&gt;&lt;br&gt;收起这一行。再有别的内容无法保留时，它会重新出现。</translation>
    </message>
</context>
<context>
    <name>glassbox::LandscapePlot</name>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>%1: loss %2</source>
        <comment>0.50, −0.25: loss 0.6931</comment>
        <translation>%1：损失 %2</translation>
    </message>
    <message>
        <source>first direction of the path, %1 of its variance</source>
        <translation>路径的第一方向，占其方差的 %1</translation>
    </message>
    <message>
        <source>first random direction</source>
        <translation>第一随机方向</translation>
    </message>
    <message>
        <source>↑ second direction, %1</source>
        <translation>↑ 第二方向，%1</translation>
    </message>
    <message>
        <source>↑ second random direction</source>
        <translation>↑ 第二随机方向</translation>
    </message>
    <message>
        <source>loss %1 to %2, log scale</source>
        <translation>损失 %1 至 %2，对数刻度</translation>
    </message>
    <message>
        <source>loss %1 to %2</source>
        <translation>损失 %1 至 %2</translation>
    </message>
</context>
<context>
    <name>glassbox::LandscapeView</name>
    <message>
        <source>Shows the loss around the present weights, in a plane of the space of all weights.&lt;br&gt;Use it to see the valley that the training walked through, and how flat its end is.</source>
        <translation>在全部权重构成的空间中取一个平面，显示当前权重附近的损失。&lt;br&gt;用它观察训练走过的山谷，以及终点有多平坦。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Path of the weights</source>
        <translation>权重路径</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>&lt;b&gt;Plane&lt;/b&gt;&lt;br&gt;The two directions in which the weights have moved most, or two random ones, each filter as long as the network&apos;s own.&lt;br&gt;The path shows the way taken, random directions show how flat the place is.</source>
        <translation>&lt;b&gt;平面&lt;/b&gt;&lt;br&gt;权重移动最多的两个方向，或两个随机方向（每个滤波器与网络自身的等长）。&lt;br&gt;路径显示走过的路，随机方向显示这里有多平坦。</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>&lt;b&gt;Colors&lt;/b&gt;&lt;br&gt;Colors and lines follow the logarithm of the loss, or the loss itself.&lt;br&gt;Small differences near the bottom are seen on the logarithmic scale.</source>
        <translation>&lt;b&gt;颜色&lt;/b&gt;&lt;br&gt;颜色和等高线按损失的对数或损失本身绘制。&lt;br&gt;谷底附近的细小差别在对数刻度上才看得清。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>&lt;b&gt;Stop&lt;/b&gt;&lt;br&gt;Ends the computation.&lt;br&gt;The points that are there stay.</source>
        <translation>&lt;b&gt;停止&lt;/b&gt;&lt;br&gt;结束计算。&lt;br&gt;已算出的点会保留。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Compute&lt;/b&gt;&lt;br&gt;Computes the loss at 625 points of the plane.&lt;br&gt;Press it after some training: the path is kept from the moment when this view was opened.</source>
        <translation>&lt;b&gt;计算&lt;/b&gt;&lt;br&gt;计算平面上 625 个点的损失。&lt;br&gt;训练一段之后再按：路径从打开此视图时开始记录。</translation>
    </message>
    <message>
        <source>No weights yet. Press Run: the path is kept while this view is open.</source>
        <translation>还没有权重。点击“运行”：打开此视图时会记录路径。</translation>
    </message>
    <message>
        <source>Path kept from step %1 to %2.</source>
        <translation>已记录第 %1 步至第 %2 步的路径。</translation>
    </message>
    <message>
        <source>Around the weights of step %1; mean loss of %2 of %3 training samples.</source>
        <translation>以第 %1 步的权重为中心；%3 个训练样本中 %2 个的平均损失。</translation>
    </message>
    <message>
        <source>Around the weights of step %1; mean loss of all %2 training samples.</source>
        <translation>以第 %1 步的权重为中心；全部 %2 个训练样本的平均损失。</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
</context>
<context>
    <name>glassbox::LearnerDesk</name>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>The lessons now keep the progress of %1.</source>
        <translation>课程现在记录 %1 的进度。</translation>
    </message>
    <message>
        <source>Delete this learner?</source>
        <translation>删除这位学习者？</translation>
    </message>
    <message>
        <source>All that this computer keeps of %1 is removed: progress, predictions, time, bookmarks, lesson projects and the list of last files. This cannot be undone.</source>
        <translation>这台电脑上保存的关于 %1 的一切都会删除：进度、预测、用时、书签、课程项目和最近文件列表。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Files that were saved elsewhere stay.</source>
        <translation>另存在别处的文件不受影响。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing of %1 is kept on this computer any more.</source>
        <translation>这台电脑上不再保存 %1 的任何内容。</translation>
    </message>
    <message>
        <source>Folder of lessons</source>
        <translation>课程文件夹</translation>
    </message>
    <message>
        <source>Lessons of the folder %1: %2.</source>
        <translation>文件夹 %1 中的课程：%2 课。</translation>
    </message>
    <message>
        <source>Lessons of the folder %1: %2. Cannot be opened: %3; the list says why.</source>
        <translation>文件夹 %1 中的课程：%2 课。无法打开的有 %3 课；原因见列表。</translation>
    </message>
</context>
<context>
    <name>glassbox::LearnerHead</name>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>Learner: %1</source>
        <translation>学习者：%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;Whose progress the lessons keep: choose a learner, add, rename or delete one.&lt;br&gt;Several people can use this computer.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;课程记录谁的进度：可以选择、添加、改名或删除学习者。&lt;br&gt;这样几个人可以共用一台电脑。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>学习报告</translation>
    </message>
    <message>
        <source>&lt;b&gt;Report&lt;/b&gt;&lt;br&gt;Shows the skills, tasks and time of this learner.&lt;br&gt;Save it as a PDF, or as a file for the teacher.</source>
        <translation>&lt;b&gt;学习报告&lt;/b&gt;&lt;br&gt;显示这位学习者的技能、任务和用时。&lt;br&gt;可存为 PDF，或存成文件交给老师。</translation>
    </message>
    <message>
        <source>%1 of %2 tasks · %3</source>
        <translation>任务 %1 / %2 · %3</translation>
    </message>
</context>
<context>
    <name>glassbox::LearnerSheet</name>
    <message>
        <source>What is the new learner called?</source>
        <translation>新的学习者叫什么？</translation>
    </message>
    <message>
        <source>What is the learner to be called?</source>
        <translation>这位学习者改叫什么？</translation>
    </message>
    <message>
        <source>A nickname will do. It stays on this computer and stands on the report.</source>
        <translation>用昵称即可。它只留在这台电脑上，并写在学习报告上。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>&lt;b&gt;Add&lt;/b&gt; Enter&lt;br&gt;Adds the learner and opens the lessons for them.&lt;br&gt;Everybody&apos;s progress is kept apart.</source>
        <translation>&lt;b&gt;添加&lt;/b&gt; Enter&lt;br&gt;添加这位学习者，课程开始为其记录。&lt;br&gt;每个人的进度分开保存。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rename&lt;/b&gt; Enter&lt;br&gt;Changes the nickname; the progress stays.&lt;br&gt;It stands on reports and certificates.</source>
        <translation>&lt;b&gt;改名&lt;/b&gt; Enter&lt;br&gt;修改昵称，进度不变。&lt;br&gt;昵称会写在学习报告和证书上。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cancel&lt;/b&gt; Esc&lt;br&gt;Changes nothing.</source>
        <translation>&lt;b&gt;取消&lt;/b&gt; Esc&lt;br&gt;什么也不改。</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nickname&lt;/b&gt;&lt;br&gt;Up to 40 characters, in any script.&lt;br&gt;It tells the learners of this computer apart.</source>
        <translation>&lt;b&gt;昵称&lt;/b&gt;&lt;br&gt;最多 40 个字符，任何文字都可以。&lt;br&gt;用来区分这台电脑上的学习者。</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonControls</name>
    <message>
        <source>Network locked</source>
        <translation>网络已锁定</translation>
    </message>
    <message>
        <source>This link cannot be followed here: %1</source>
        <translation>这个链接在这里打不开：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open in the browser?</source>
        <translation>要在浏览器中打开吗？</translation>
    </message>
    <message>
        <source>This link leads out of the lab, to a page on the internet:</source>
        <translation>这个链接通向实验室之外的网页：</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>No browser could be opened for %1.</source>
        <translation>无法打开浏览器访问 %1。</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonDesk</name>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一课</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Lesson %1: %2</source>
        <translation>第 %1 课：%2</translation>
    </message>
    <message>
        <source>Search the lessons…</source>
        <translation>搜索课程…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Normal size (now %1)</source>
        <translation>原始大小（现在是 %1）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&lt;b&gt;Page&lt;/b&gt;&lt;br&gt;Searches the lessons; makes text, formulas and pictures larger or smaller.</source>
        <translation>&lt;b&gt;页面&lt;/b&gt;&lt;br&gt;搜索课程；放大或缩小文字、公式和图。</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonHead</name>
    <message>
        <source>From a line to a neuron</source>
        <translation>从直线到神经元</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Sequences and language</source>
        <translation>序列与语言</translation>
    </message>
    <message>
        <source>Use and responsibility</source>
        <translation>应用与责任</translation>
    </message>
    <message>
        <source>Mastery</source>
        <translation>融会贯通</translation>
    </message>
    <message>
        <source>section %1 / %2</source>
        <translation>第 %1 / %2 节</translation>
    </message>
    <message>
        <source>lesson %1 of %2</source>
        <translation>第 %1 课（共 %2 课）</translation>
    </message>
    <message>
        <source>lesson %1</source>
        <translation>第 %1 课</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>删除书签</translation>
    </message>
    <message>
        <source>Set a bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>&lt;b&gt;Remove the bookmark&lt;/b&gt;&lt;br&gt;Takes the bookmark of this section out of the list.</source>
        <translation>&lt;b&gt;删除书签&lt;/b&gt;&lt;br&gt;从列表中删去这一节的书签。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Set a bookmark&lt;/b&gt;&lt;br&gt;Marks this section; the list of lessons leads back to it.</source>
        <translation>&lt;b&gt;添加书签&lt;/b&gt;&lt;br&gt;给这一节做上记号，以后可以从课程列表回到这里。</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonList</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 · %2 min · %3 of %4 tasks done</source>
        <translation>%1 · %2 分钟 · 已完成 %3 / %4 个任务</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>打不开</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>已完成 %1 / %2 个任务</translation>
    </message>
    <message>
        <source>Lesson %1: %2, %3</source>
        <translation>第 %1 课：%2，%3</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Lesson %1: %2, section %3: %4</source>
        <translation>第 %1 课：%2，第 %3 节：%4</translation>
    </message>
    <message>
        <source>Bookmark in lesson %1: %2</source>
        <translation>第 %1 课的书签：%2</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonSearch</name>
    <message>
        <source>Search the lessons</source>
        <translation>搜索课程</translation>
    </message>
    <message>
        <source>&lt;b&gt;Search the lessons&lt;/b&gt; %1&lt;br&gt;Finds words in the titles and texts of all lessons.</source>
        <translation>&lt;b&gt;搜索课程&lt;/b&gt; %1&lt;br&gt;在所有课程的标题和正文中查找词语。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing was found. Try another word, or a part of one.</source>
        <translation>没有找到。换一个词，或者只输入词的一部分。</translation>
    </message>
    <message>
        <source>The first %1 places</source>
        <translation>前 %1 处</translation>
    </message>
    <message>
        <source>Places: %1</source>
        <translation>共 %1 处</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonView</name>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>To take home</source>
        <translation>课后思考</translation>
    </message>
    <message>
        <source>A common misconception</source>
        <translation>常见的误解</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>参考资料</translation>
    </message>
    <message>
        <source>First predict</source>
        <translation>先做预测</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>课文</translation>
    </message>
</context>
<context>
    <name>glassbox::LessonWork</name>
    <message>
        <source>Keeping the network…</source>
        <translation>正在保留网络…</translation>
    </message>
</context>
<context>
    <name>glassbox::LookPanel</name>
    <message>
        <source>There is no picture yet for this network and these data.</source>
        <translation>这个网络和这些数据，暂时没有可看的图像。</translation>
    </message>
</context>
<context>
    <name>glassbox::LookTabs</name>
    <message>
        <source>More pictures</source>
        <translation>更多视图</translation>
    </message>
    <message>
        <source>&lt;b&gt;More pictures&lt;/b&gt;&lt;br&gt;Lists the pictures that have no room in this row.&lt;br&gt;A wider window shows more of them.</source>
        <translation>&lt;b&gt;更多视图&lt;/b&gt;&lt;br&gt;列出这一行放不下的视图。&lt;br&gt;窗口更宽时会显示更多。</translation>
    </message>
</context>
<context>
    <name>glassbox::MainWindow</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 parameters · %2 for training</source>
        <translation>%1 个参数 · 训练需要 %2</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>指纹 %1</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>这个文件打不开</translation>
    </message>
    <message>
        <source>These data cannot be opened</source>
        <translation>这些数据打不开</translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation>项目未能保存</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Which data?</source>
        <translation>打开哪种数据？</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>保存修改？</translation>
    </message>
    <message>
        <source>The project has changes that are not saved.</source>
        <translation>项目中有尚未保存的修改。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>About Glassbox</source>
        <translation>关于玻璃盒</translation>
    </message>
    <message>
        <source>&lt;b&gt;Glassbox&lt;/b&gt; %1&lt;p&gt;Build a network, train it, and look inside.&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Lesson texts: CC BY-SA 4.0. What you export is yours.</source>
        <translation>&lt;b&gt;玻璃盒&lt;/b&gt; %1&lt;p&gt;搭建网络，训练网络，看清网络内部。&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。课程文字：CC BY-SA 4.0。你导出的内容归你所有。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>搭建</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Glassbox projects (*.glassbox)</source>
        <translation>玻璃盒项目 (*.glassbox)</translation>
    </message>
    <message>
        <source>Pause the training, or start it once, to set a weight by hand.</source>
        <translation>要手动设置权重，先暂停训练，或先运行一次。</translation>
    </message>
    <message>
        <source>Weight from input %1 to unit %2</source>
        <translation>输入 %1 到神经元 %2 的权重</translation>
    </message>
    <message>
        <source>Bias of unit %1</source>
        <translation>神经元 %1 的偏置</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The decision surface is in Look now; View, %1 brings it back.</source>
        <translation>决策面现在只在“观察”页中显示；从“视图”菜单选“%1”可把它放回来。</translation>
    </message>
    <message>
        <source>Is it one file, or a folder such as the four MNIST files, CIFAR-10, or pictures in a folder for each class?</source>
        <translation>是一个文件，还是一个文件夹，例如 MNIST 的四个文件、CIFAR-10，或每个类别一个文件夹的图片？</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Arrays of this step</source>
        <translation>这一步的数组</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>The plot is saved as %1.</source>
        <translation>图已保存为 %1。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Leave the lesson all the same?</source>
        <translation>仍然要离开这一课吗？</translation>
    </message>
    <message>
        <source>Your network in this lesson could not be kept: %1</source>
        <translation>你在这一课中的网络没能保留：%1</translation>
    </message>
    <message>
        <source>File, Save as… keeps it in another place.</source>
        <translation>可以用“文件 › 另存为…”把它存到别的地方。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（只读）</translation>
    </message>
    <message>
        <source>This project is open in another Glassbox on %1. Here it can be looked at and changed, and saved under another name.</source>
        <translation>这个项目正在%1的另一个 Glassbox 中打开。在这里可以查看和修改，但要用别的名称保存。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台计算机</translation>
    </message>
    <message>
        <source>%1 is open in another Glassbox. Save it under another name: File, Save as…</source>
        <translation>%1 正在另一个 Glassbox 中打开。请用别的名称保存：文件 › 另存为…</translation>
    </message>
    <message>
        <source>Drop it to open the project %1.</source>
        <translation>松开即可打开项目 %1。</translation>
    </message>
    <message>
        <source>Drop it to see the lessons of the folder %1.</source>
        <translation>松开即可查看文件夹 %1 中的课程。</translation>
    </message>
    <message>
        <source>Drop it to train on %1.</source>
        <translation>松开即可用 %1 训练。</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>这个打不开</translation>
    </message>
    <message>
        <source>The script was not exported</source>
        <translation>脚本未能导出</translation>
    </message>
    <message>
        <source>The step was not saved</source>
        <translation>这一步未能保存</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>正在查看数据…</translation>
    </message>
    <message>
        <source>Close all the same?</source>
        <translation>仍然要关闭吗？</translation>
    </message>
    <message>
        <source>Your progress in the lessons could not be kept: %1</source>
        <translation>你的学习进度未能保存：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>glassbox::MapGrid</name>
    <message>
        <source>Map %1</source>
        <translation>特征图 %1</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>卷积核 %1</translation>
    </message>
    <message>
        <source>Filter %1, input %2</source>
        <translation>卷积核 %1，输入通道 %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;Shows this map large, with its numbers.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;放大显示，并列出数值。</translation>
    </message>
</context>
<context>
    <name>glassbox::MapOverlay</name>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
</context>
<context>
    <name>glassbox::MapView</name>
    <message>
        <source>Chosen map</source>
        <translation>选中的图</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>one scale for the layer</source>
        <translation>整层使用同一色标</translation>
    </message>
    <message>
        <source>%1 maps of %2</source>
        <comment>8 maps of 26×26</comment>
        <translation>%1 张，每张 %2</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer&lt;/b&gt;&lt;br&gt;Whose maps are shown; a layer that is selected in the diagram is chosen here too.&lt;br&gt;Go from layer to layer to see how patterns are put together.</source>
        <translation>&lt;b&gt;层&lt;/b&gt;&lt;br&gt;显示哪一层的图；在网络图中选中的层，这里也会随之选中。&lt;br&gt;逐层查看，可以看到简单的图案怎样组合成复杂的图案。</translation>
    </message>
    <message>
        <source>%1 filters, %2, channels: %3</source>
        <translation>%1 个卷积核，%2，通道数：%3</translation>
    </message>
</context>
<context>
    <name>glassbox::NodeFinder</name>
    <message>
        <source>There are no layers yet.</source>
        <translation>还没有任何层。</translation>
    </message>
    <message>
        <source>No layer of the diagram is called so. / finds layers to add.</source>
        <translation>图中没有这个名称的层。按 / 可以查找要添加的层。</translation>
    </message>
    <message>
        <source>Name of a layer</source>
        <translation>层的名称</translation>
    </message>
    <message>
        <source>Find a layer of the diagram</source>
        <translation>在图中查找层</translation>
    </message>
    <message>
        <source>Up and down choose, Enter goes there, Esc closes.</source>
        <translation>按上下键选择，按 Enter 跳转，按 Esc 关闭。</translation>
    </message>
    <message>
        <source>A large network does not fit on the screen.</source>
        <translation>较大的网络在屏幕上显示不全。</translation>
    </message>
    <message>
        <source>Layers that fit</source>
        <translation>符合条件的层</translation>
    </message>
</context>
<context>
    <name>glassbox::NodeItem</name>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>label ← %1</source>
        <translation>标签 ← %1</translation>
    </message>
    <message>
        <source>unfold</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>glassbox::NodePage</name>
    <message>
        <source>%1 FLOP / sample</source>
        <translation>%1 FLOP / 样本</translation>
    </message>
    <message>
        <source>%1 MFLOP / sample</source>
        <translation>%1 MFLOP / 样本</translation>
    </message>
    <message>
        <source>%1 GFLOP / sample</source>
        <translation>%1 GFLOP / 样本</translation>
    </message>
    <message>
        <source>keep fixed</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>pass through</source>
        <translation>直接通过</translation>
    </message>
    <message>
        <source>Input → output</source>
        <translation>输入 → 输出</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>Shapes follow when the layer is wired and its issues are solved.</source>
        <translation>连好线、解决问题之后，形状就能推出来。</translation>
    </message>
    <message>
        <source>Extents of one sample; the batch comes in front.</source>
        <translation>一个样本各维的大小；批量那一维在最前面。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>those of %1</source>
        <translation>与“%1”共用</translation>
    </message>
    <message>
        <source>It uses another layer&apos;s weights.</source>
        <translation>它使用另一层的权重。</translation>
    </message>
    <message>
        <source>Numbers that training changes.</source>
        <translation>训练所改变的数。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Weights, their gradients, and what the optimizer keeps for each; 4 bytes a number.</source>
        <translation>权重、权重的梯度，以及优化器为每个权重保存的量；每个数占 4 字节。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>%1 / sample</source>
        <translation>%1 / 样本</translation>
    </message>
    <message>
        <source>What forward keeps for backward, and the gradients of it; 4 bytes a number.</source>
        <translation>前向传播留给反向传播的值，以及这些值的梯度；每个数占 4 字节。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Additions and multiplications for one sample; backward takes about twice as many.</source>
        <translation>一个样本所需的加法和乘法次数；反向传播约为它的两倍。</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>In PyTorch</source>
        <translation>PyTorch 写法</translation>
    </message>
    <message>
        <source>How the layer is made in PyTorch; the Code tab shows the whole network.</source>
        <translation>在 PyTorch 中创建该层的写法；“代码”页显示整个网络。</translation>
    </message>
</context>
<context>
    <name>glassbox::OverflowButton</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>&lt;b&gt;More&lt;/b&gt;&lt;br&gt;Shows what the bar has no room for.&lt;br&gt;A wider window shows it all.</source>
        <translation>&lt;b&gt;更多&lt;/b&gt;&lt;br&gt;显示工具栏放不下的内容。&lt;br&gt;窗口加宽后会全部显示。</translation>
    </message>
</context>
<context>
    <name>glassbox::OwnPoints</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Of the points that you set next. Keys 0 to 4 on the plane, or the right button for the next one.</source>
        <translation>接下来放置的点属于哪一类。在平面上可按 0 到 4 键选择，或用右键换到下一类。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>A point for each click, many at a drag, or take points away.</source>
        <translation>单击放一个点，拖动画一片点，或者擦掉点。</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Empties the plane. Undo brings the points back.</source>
        <translation>清空平面。撤销可以恢复这些点。</translation>
    </message>
</context>
<context>
    <name>glassbox::Palette</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1，按键 %2</translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation>查找层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>glassbox::ParamEditor</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>glassbox::ParamRow</name>
    <message>
        <source>use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Changed during this run.</source>
        <translation>在这次运行中改过。</translation>
    </message>
</context>
<context>
    <name>glassbox::PathList</name>
    <message>
        <source>No way leads from the loss to this number: its gradient is 0.</source>
        <translation>没有路径从损失通到这个数：它的梯度是 0。</translation>
    </message>
    <message>
        <source>Very many ways lead here. The strongest of them, link by link:</source>
        <translation>通到这里的路径非常多。其中影响最大的几条，一环一环地看：</translation>
    </message>
    <message>
        <source>One way leads from the loss to this number. The product of its links is the gradient.</source>
        <translation>从损失到这个数只有一条路径，各环相乘就是梯度。</translation>
    </message>
    <message>
        <source>%1 ways lead from the loss to this number. Their products add up to the gradient, %2.</source>
        <translation>从损失到这个数有 %1 条路径，各条的乘积加起来就是梯度 %2。</translation>
    </message>
    <message>
        <source>%1 ways lead from the loss to this number, and their products add up to the gradient, %2. The strongest:</source>
        <translation>从损失到这个数有 %1 条路径，各条的乘积加起来就是梯度 %2。其中影响最大的几条：</translation>
    </message>
</context>
<context>
    <name>glassbox::Plot</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>No runs yet. Press Run and the curve appears here.</source>
        <translation>还没有运行。点击“运行”，曲线会出现在这里。</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step 400</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>已平滑</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>step 200 to 400</comment>
        <translation>%1 %2 到 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>training 0.0754</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, log scale</source>
        <translation>，对数坐标</translation>
    </message>
    <message>
        <source>%1 at %2 %3: %4%5.</source>
        <comment>Loss at step 400: training 0.08, test 0.1, log scale.</comment>
        <translation>%1，%2 %3：%4%5。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>纵坐标</translation>
    </message>
    <message>
        <source>Choose by the data</source>
        <translation>按数据选择</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
</context>
<context>
    <name>glassbox::PointCanvas</name>
    <message>
        <source>The plane for your points of a curve</source>
        <translation>放置曲线样本点的平面</translation>
    </message>
    <message>
        <source>The plane for your points</source>
        <translation>放置样本点的平面</translation>
    </message>
    <message>
        <source>Click sets a point, Shift and click takes it away. Keys: arrows move, Enter sets, Delete takes away.</source>
        <translation>单击放置一个点，按住 Shift 单击去掉它。键盘：方向键移动，Enter 放置，Delete 去掉。</translation>
    </message>
    <message>
        <source>Click sets a point, Shift and click takes it away, the right button takes the next class. Keys: arrows move, Enter sets, Delete takes away, 0 to 4 choose the class.</source>
        <translation>单击放置一个点，按住 Shift 单击去掉它，右键换到下一个类别。键盘：方向键移动，Enter 放置，Delete 去掉，0 到 4 选择类别。</translation>
    </message>
    <message>
        <source>Find out what your network can tell apart, and what it cannot.</source>
        <translation>看看你的网络能区分什么，不能区分什么。</translation>
    </message>
    <message>
        <source>x %1, y %2; %3 points</source>
        <translation>x %1，y %2；%3 个点</translation>
    </message>
    <message>
        <source>Click here to set a point.</source>
        <translation>在这里单击，放置一个点。</translation>
    </message>
</context>
<context>
    <name>glassbox::PointsPlot</name>
    <message>
        <source>%1: %2 points</source>
        <translation>%1：%2 个点</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 到 %3</translation>
    </message>
</context>
<context>
    <name>glassbox::PointsView</name>
    <message>
        <source>Shows the vectors of tokens, or of samples inside the network, on the plane in which they differ most.&lt;br&gt;Use it to see what the network holds for alike.</source>
        <translation>把词元的向量，或样本在网络内部的向量，画在差异最大的平面上。&lt;br&gt;用它观察网络把哪些东西看作相似。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer&lt;/b&gt;&lt;br&gt;Chooses whose vectors are shown: those of an Embedding&apos;s tokens, or what a layer gives for samples.&lt;br&gt;Compare an early layer with a late one to see the classes part.</source>
        <translation>&lt;b&gt;层&lt;/b&gt;&lt;br&gt;选择显示谁的向量：嵌入层中各词元的向量，或某层对样本的输出。&lt;br&gt;比较靠前和靠后的层，可以看到各类别如何分开。</translation>
    </message>
    <message>
        <source>Click a point to see its nearest ones; the arrow keys go from point to point.</source>
        <translation>点击一个点查看它的最近邻；方向键可逐点移动。</translation>
    </message>
    <message>
        <source>No map yet. Press Run, or take one step, and the vectors appear here.</source>
        <translation>还没有图。点击“运行”或单步训练，向量就会出现在这里。</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>12: class 3</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Vectors of the tokens</source>
        <translation>词元的向量</translation>
    </message>
    <message>
        <source>Activations of samples</source>
        <translation>样本的激活值</translation>
    </message>
    <message>
        <source>%1 of %2 tokens, %3 numbers each</source>
        <translation>%2 个词元中的 %1 个，各 %3 个数</translation>
    </message>
    <message>
        <source>%1 of %2 samples, %3 numbers each</source>
        <translation>%2 个样本中的 %1 个，各 %3 个数</translation>
    </message>
    <message>
        <source>Nearest by cosine</source>
        <translation>余弦最近邻</translation>
    </message>
    <message>
        <source>click a point</source>
        <translation>点击一个点</translation>
    </message>
    <message>
        <source>Embedding map</source>
        <translation>嵌入图</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest&lt;/b&gt; Up, Down, Enter&lt;br&gt;The ten vectors that point most nearly in the same direction, by the cosine of the angle.&lt;br&gt;Click one to go there: what is near on the plane need not be near in all directions.</source>
        <translation>&lt;b&gt;最近邻&lt;/b&gt; 上、下、Enter&lt;br&gt;方向最接近的十个向量，按夹角的余弦排列。&lt;br&gt;点击其中一个就跳到那里：平面上离得近的，在全部维度上未必近。</translation>
    </message>
    <message>
        <source>component 1: %1 of the variance</source>
        <translation>第 1 主成分：占方差的 %1</translation>
    </message>
    <message>
        <source>component 2: %1</source>
        <translation>第 2 主成分：%1</translation>
    </message>
</context>
<context>
    <name>glassbox::PrintedReport</name>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>share of a skill</source>
        <translation>一项技能的比例</translation>
    </message>
    <message>
        <source>tasks passed</source>
        <translation>通过的任务数</translation>
    </message>
    <message>
        <source>tasks of the lessons that train the skill</source>
        <translation>练习该技能的各课任务总数</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 / 3</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Glassbox · %1 · %2</source>
        <translation>玻璃盒 · %1 · %2</translation>
    </message>
    <message>
        <source>Report of %1 · %2 of %3 tasks passed · %4 with the lessons</source>
        <translation>学习报告 %1 · 通过任务 %2 / %3 · 学习用时 %4</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>has finished block %1 of the lessons of Glassbox</source>
        <translation>学完了玻璃盒课程的单元 %1</translation>
    </message>
    <message>
        <source>and passed all %1 tasks, each checked on the learner&apos;s own model</source>
        <translation>并通过全部 %1 个任务，每个任务都在学习者自己的模型上检查</translation>
    </message>
</context>
<context>
    <name>glassbox::QuestionCard</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>First predict</source>
        <translation>先做预测</translation>
    </message>
    <message>
        <source>Predicted, and what happened</source>
        <translation>预测与实际</translation>
    </message>
    <message>
        <source>Your prediction stands</source>
        <translation>你的预测已记下</translation>
    </message>
    <message>
        <source>This is my prediction</source>
        <translation>这就是我的预测</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>You predicted: %1</source>
        <translation>你的预测：%1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>选中：%1</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新画</translation>
    </message>
</context>
<context>
    <name>glassbox::QuizRow</name>
    <message>
        <source>Your number</source>
        <translation>你算出的数</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Work the number out from the terms above. Two right digits are enough.</source>
        <translation>根据上面各项算出这个数，前两位有效数字对了就行。</translation>
    </message>
    <message>
        <source>Not this one. Look at the signs and at every term once more.</source>
        <translation>不是这个数。再看看正负号和每一项。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>正确。</translation>
    </message>
    <message>
        <source>Here it is. Try the next one yourself.</source>
        <translation>答案在这里。下一个自己试试。</translation>
    </message>
</context>
<context>
    <name>glassbox::RadarChart</name>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>任务 %1 / %2</translation>
    </message>
    <message>
        <source>no lesson yet</source>
        <translation>暂无课程</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>Training: 4 of 6 tasks.</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Skills&lt;/b&gt; Left, Right&lt;br&gt;The share of the tasks passed, among all tasks of the lessons that train the skill.&lt;br&gt;See what you know well and what to do next.</source>
        <translation>&lt;b&gt;技能&lt;/b&gt; 左、右方向键&lt;br&gt;在练习该技能的各课任务中，已通过的占多少。&lt;br&gt;看看自己擅长什么，接下来练什么。</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
</context>
<context>
    <name>glassbox::Recovery</name>
    <message>
        <source>Delete the work that was kept?</source>
        <translation>要删除保留的内容吗？</translation>
    </message>
    <message>
        <source>It cannot be brought back after that.</source>
        <translation>删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>glassbox::RecoveryBar</name>
    <message>
        <source>a project without a name</source>
        <translation>未命名的项目</translation>
    </message>
    <message>
        <source>Glassbox ended without being closed. Your work of %1 is kept: %2.</source>
        <translation>Glassbox 上次没有正常关闭。%1 的内容已经保留：%2。</translation>
    </message>
    <message>
        <source>Glassbox ended without being closed. Your work of %1 is kept: %2, trained to step %3.</source>
        <translation>Glassbox 上次没有正常关闭。%1 的内容已经保留：%2，训练到第 %3 步。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&lt;b&gt;Restore&lt;/b&gt;&lt;br&gt;Opens it as it was. A run goes on as if it had never stopped.</source>
        <translation>&lt;b&gt;恢复&lt;/b&gt;&lt;br&gt;按原样打开。训练可以接着进行，和没有中断过一样。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete&lt;/b&gt;&lt;br&gt;Removes it for good. The project&apos;s own file stays as it was saved last.</source>
        <translation>&lt;b&gt;删除&lt;/b&gt;&lt;br&gt;彻底删除保留的内容。项目文件仍是上次保存时的样子。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>&lt;b&gt;Later&lt;/b&gt;&lt;br&gt;Asks again at the next start.</source>
        <translation>&lt;b&gt;以后再说&lt;/b&gt;&lt;br&gt;下次启动时再问。</translation>
    </message>
    <message>
        <source> Others are kept too: %1.</source>
        <translation>另外还保留了 %1 份。</translation>
    </message>
</context>
<context>
    <name>glassbox::ReportDialog</name>
    <message>
        <source>Save the report</source>
        <translation>保存学习报告</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Reports (*.json)</source>
        <translation>学习报告 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>学习报告</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>保存证书</translation>
    </message>
    <message>
        <source>certificate-%1.pdf</source>
        <translation>证书-%1.pdf</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>%1 of %2 tasks passed · %3 with the lessons · %4</source>
        <translation>通过任务 %1 / %2 · 学习用时 %3 · %4</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Save as PDF…&lt;/b&gt;&lt;br&gt;The report on paper, task by task.&lt;br&gt;To print or to hand in.</source>
        <translation>&lt;b&gt;存为 PDF…&lt;/b&gt;&lt;br&gt;适合打印的学习报告，逐个任务列出。&lt;br&gt;可以打印，也可以上交。</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>存为 JSON…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Save as JSON…&lt;/b&gt;&lt;br&gt;The same figures as a file that programs read.&lt;br&gt;A teacher merges the files of a class into one table.</source>
        <translation>&lt;b&gt;存为 JSON…&lt;/b&gt;&lt;br&gt;同样的数字，存成程序能读的文件。&lt;br&gt;老师可以把全班的文件合并成一张表。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Certificate&lt;/b&gt;&lt;br&gt;There is one for each block whose every task is passed; none is finished yet.</source>
        <translation>&lt;b&gt;证书&lt;/b&gt;&lt;br&gt;一个单元的任务全部通过，就有一张证书；现在还没有学完的单元。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Certificate&lt;/b&gt;&lt;br&gt;Saves the certificate of a finished block as a PDF.&lt;br&gt;Every task of the block is passed.</source>
        <translation>&lt;b&gt;证书&lt;/b&gt;&lt;br&gt;把学完的单元的证书存为 PDF。&lt;br&gt;这个单元的任务已全部通过。</translation>
    </message>
    <message>
        <source>Block %1…</source>
        <translation>单元 %1…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lessons&lt;/b&gt; Up, Down&lt;br&gt;What was passed, tried and asked for, lesson by lesson.</source>
        <translation>&lt;b&gt;课程&lt;/b&gt; 上、下方向键&lt;br&gt;逐课列出通过的任务、尝试次数和用过的提示。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>glassbox::RewindBar</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rewind&lt;/b&gt; ← → Home End&lt;br&gt;Goes back to any earlier step of this run: every weight is what it was then.&lt;br&gt;See how the network came to what it is, and go another way from there.</source>
        <translation>&lt;b&gt;回放&lt;/b&gt; ← → Home End&lt;br&gt;回到这次训练的任意一步：每个权重都与当时相同。&lt;br&gt;看看网络是怎样变成现在这样的，也可以从那里换一条路。</translation>
    </message>
    <message>
        <source>&lt;b&gt;First step&lt;/b&gt; Home&lt;br&gt;Goes back to the initial weights.&lt;br&gt;See what the network looked like before it learned anything.</source>
        <translation>&lt;b&gt;第一步&lt;/b&gt; Home&lt;br&gt;回到初始权重。&lt;br&gt;看看网络在学习之前的样子。</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>&lt;b&gt;Memory for going back&lt;/b&gt;&lt;br&gt;What this run keeps of its earlier steps, and how much it may take.&lt;br&gt;With more memory far steps come back sooner; without any, a run cannot go back.</source>
        <translation>&lt;b&gt;回放所用的内存&lt;/b&gt;&lt;br&gt;这次训练为较早的步保留了多少，最多可以用多少。&lt;br&gt;内存越多，回到较远的步就越快；不留内存就不能回放。</translation>
    </message>
    <message>
        <source>Memory for going back</source>
        <translation>回放所用的内存</translation>
    </message>
    <message>
        <source>Rewind: drag to any step</source>
        <translation>回放：拖到任意一步</translation>
    </message>
    <message>
        <source>repeating step %1 of %2: Stop</source>
        <comment>the steps on the way to another one</comment>
        <translation>正在重算第 %1 步，共 %2 步：停止</translation>
    </message>
    <message>
        <source>&lt;b&gt;Stop&lt;/b&gt;&lt;br&gt;Stays at the step that has been reached on the way.&lt;br&gt;Use it when the way takes too long.</source>
        <translation>&lt;b&gt;停止&lt;/b&gt;&lt;br&gt;停在途中已经到达的那一步。&lt;br&gt;等待太久时可以用它。</translation>
    </message>
    <message>
        <source>step %1 of %2: Branch here</source>
        <translation>第 %1 步，共 %2 步：从这里分支</translation>
    </message>
    <message>
        <source>&lt;b&gt;Branch here&lt;/b&gt; Ctrl+B&lt;br&gt;Begins a new run in this very state, with one setting changed. The run you leave is kept.&lt;br&gt;Find out what that one change does.</source>
        <translation>&lt;b&gt;从这里分支&lt;/b&gt; Ctrl+B&lt;br&gt;以此刻的状态开始新的一次训练，只改一项设置。原来的训练会保留。&lt;br&gt;看看这一处改动带来什么。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>从这里分支</translation>
    </message>
</context>
<context>
    <name>glassbox::RewindDesk</name>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>memory kept of memory allowed</comment>
        <translation>%1，上限 %2</translation>
    </message>
    <message>
        <source>There is no run to branch from: press Run first.</source>
        <translation>还没有可以分支的训练：请先点击“运行”。</translation>
    </message>
    <message>
        <source>Run to step</source>
        <translation>运行到某一步</translation>
    </message>
    <message>
        <source>To which step? An earlier one is gone back to; a later one is trained to.</source>
        <translation>到哪一步？较早的步会回放，较晚的步会训练到那里。</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Off: runs cannot go back</source>
        <translation>关闭：不能回放</translation>
    </message>
    <message>
        <source>&lt;b&gt;Step&lt;/b&gt;&lt;br&gt;Counted from 0, the start weights.&lt;br&gt;Be at the very step you talk about.</source>
        <translation>&lt;b&gt;步&lt;/b&gt;&lt;br&gt;从 0 数起，第 0 步是初始权重。&lt;br&gt;讲到哪一步，就停在哪一步。</translation>
    </message>
</context>
<context>
    <name>glassbox::RunDesk</name>
    <message>
        <source>The lab has other data than the sweep was made with; undo that change to open its runs.</source>
        <translation>实验室里现在的数据与超参数搜索时不同；撤销数据的改动后，才能打开这些训练。</translation>
    </message>
</context>
<context>
    <name>glassbox::RunModel</name>
    <message>
        <source>This run is shown.</source>
        <translation>当前显示的就是这次训练。</translation>
    </message>
    <message>
        <source>Draws the curves of this run with those of the run that is shown.</source>
        <translation>把这次训练的曲线与当前显示的画在一起。</translation>
    </message>
    <message>
        <source>Double click the name to change it, the colour to choose another.</source>
        <translation>双击名称可以改名，点击色块可以换颜色。</translation>
    </message>
    <message>
        <source>Left run %1 at step %2.</source>
        <translation>在第 %2 步从训练 %1 分出。</translation>
    </message>
    <message>
        <source>%1: two runs with the same fingerprint are the same, bit for bit.</source>
        <translation>%1：指纹相同的两次训练逐位相同。</translation>
    </message>
    <message>
        <source>drawn with the shown run</source>
        <translation>与当前显示的训练画在一起</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
</context>
<context>
    <name>glassbox::RunsPanel</name>
    <message>
        <source>No runs yet. Press Run: every run is kept here.</source>
        <translation>还没有训练记录。点击“运行”，每次训练都会保留在这里。</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次训练</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次训练</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>标出的</translation>
    </message>
    <message>
        <source>differs from run %1</source>
        <translation>与训练 %1 不同</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open&lt;/b&gt; Enter&lt;br&gt;Brings the network and the settings of this run back, and its weights where it was left.&lt;br&gt;Go on with it, or look inside it again. Undo brings back what was there.</source>
        <translation>&lt;b&gt;打开&lt;/b&gt; Enter&lt;br&gt;恢复这次训练的网络和设置，以及离开时的权重。&lt;br&gt;可以接着训练，或再看看内部。撤销可以回到打开之前。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete&lt;/b&gt; Del&lt;br&gt;Takes this run out of the project; the run that is shown stays.&lt;br&gt;Frees its memory.</source>
        <translation>&lt;b&gt;删除&lt;/b&gt; Del&lt;br&gt;把这次训练从项目中移除；当前显示的训练不会删除。&lt;br&gt;释放它占用的内存。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Delete this run?</source>
        <translation>删除这次训练？</translation>
    </message>
    <message>
        <source>Run %1 and its curves leave the project. This cannot be undone.</source>
        <translation>训练 %1 及其曲线会从项目中移除，无法撤销。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金色</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Crimson</source>
        <translation>深红</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青绿</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>并排比较…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Side by side&lt;/b&gt; Ctrl+Shift+D&lt;br&gt;Trains the shown run and those with an open eye together, from step 0, in columns beside each other.&lt;br&gt;See which one learns faster, and how.</source>
        <translation>&lt;b&gt;并排比较&lt;/b&gt; Ctrl+Shift+D&lt;br&gt;让当前显示的运行和眼睛睁开的运行从第 0 步起并排一起训练。&lt;br&gt;看看哪一个学得更快，又是怎样学的。</translation>
    </message>
</context>
<context>
    <name>glassbox::SaliencyView</name>
    <message>
        <source>Shows which inputs the answer to one sample hangs on.&lt;br&gt;Use it to see whether the network looks at the right place.</source>
        <translation>显示网络对一个样本的答案取决于哪些输入。&lt;br&gt;用它检查网络看的地方对不对。</translation>
    </message>
    <message>
        <source>Patch size</source>
        <translation>遮挡块大小</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>predicted: %1, %2</source>
        <translation>预测：%1，%2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cover and look</source>
        <translation>开始遮挡</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Sample and map</source>
        <translation>样本与显著图</translation>
    </message>
    <message>
        <source>How much the loss changes when an input changes a little.</source>
        <translation>输入稍有变化时，损失变化多少。</translation>
    </message>
    <message>
        <source>How much the logit changes when an input changes a little.</source>
        <translation>输入稍有变化时，未归一化的预测值（logit）变化多少。</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>|∂L/∂x|, largest channel</source>
        <translation>|∂L/∂x|，取各通道的最大值</translation>
    </message>
    <message>
        <source>|∂z/∂x|, largest channel</source>
        <translation>|∂z/∂x|，取各通道的最大值</translation>
    </message>
    <message>
        <source>What covering a place takes from the probability of the class.</source>
        <translation>遮住某处后，该类别的概率下降多少。</translation>
    </message>
    <message>
        <source>What covering an input takes from the output.</source>
        <translation>遮住某个输入后，输出下降多少。</translation>
    </message>
    <message>
        <source>Uncovered: %1, %2. Places covered: %3.</source>
        <translation>未遮挡时：%1，%2。共遮挡 %3 处。</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>drop of the probability</source>
        <translation>概率下降量</translation>
    </message>
    <message>
        <source>drop of the output</source>
        <translation>输出下降量</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>&lt;b&gt;Method&lt;/b&gt;&lt;br&gt;Gradient: how strongly each input pulls at the answer. Occlusion: what the answer loses when a patch is covered.&lt;br&gt;Two questions to the same answer: where they agree, trust grows.</source>
        <translation>&lt;b&gt;方法&lt;/b&gt;&lt;br&gt;梯度：每个输入对答案的影响有多强。遮挡：遮住一块后答案损失多少。&lt;br&gt;同一个答案从两个角度来问：两者一致的地方更可信。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What is explained</source>
        <translation>解释的对象</translation>
    </message>
    <message>
        <source>&lt;b&gt;What is explained&lt;/b&gt;&lt;br&gt;The class whose logit or probability is looked at, or the loss.&lt;br&gt;Choose the true class of a mistake to see what spoke for it.</source>
        <translation>&lt;b&gt;解释的对象&lt;/b&gt;&lt;br&gt;观察哪个类别的 logit 或概率，也可以是损失。&lt;br&gt;对分错的样本选择真实类别，看看有哪些依据支持它。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>遮挡块</translation>
    </message>
    <message>
        <source>&lt;b&gt;Patch size&lt;/b&gt;&lt;br&gt;Side of the square that is covered, in pixels.&lt;br&gt;A large patch hides whole strokes, a small one shows details but often changes little.</source>
        <translation>&lt;b&gt;遮挡块大小&lt;/b&gt;&lt;br&gt;被遮住的正方形的边长，单位为像素。&lt;br&gt;大块会遮住整个笔画，小块能显示细节，但往往影响不大。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Stride&lt;/b&gt;&lt;br&gt;Pixels from one place of the patch to the next.&lt;br&gt;1 gives the finest map and takes the longest.</source>
        <translation>&lt;b&gt;步幅&lt;/b&gt;&lt;br&gt;遮挡块每次移动的像素数。&lt;br&gt;为 1 时图最精细，用时也最长。</translation>
    </message>
    <message>
        <source>filled with</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>&lt;b&gt;Filled with&lt;/b&gt;&lt;br&gt;The mean of the sample, or gray (0.5; 0 for inputs that are no picture).&lt;br&gt;A patch that is itself unusual can change the answer: compare both.</source>
        <translation>&lt;b&gt;填充&lt;/b&gt;&lt;br&gt;用样本的均值填充，或用灰色（0.5；输入不是图像时为 0）。&lt;br&gt;遮挡块本身若很特别，也会改变答案：不妨两种都试试。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cover and look&lt;/b&gt;&lt;br&gt;Slides the patch over the sample and runs the network at each place.&lt;br&gt;The map shows what the network cannot do without.</source>
        <translation>&lt;b&gt;开始遮挡&lt;/b&gt;&lt;br&gt;让遮挡块在样本上滑动，在每个位置运行一次网络。&lt;br&gt;得到的图显示网络离不开哪些地方。</translation>
    </message>
</context>
<context>
    <name>glassbox::SampleChoice</name>
    <message>
        <source>First sample</source>
        <translation>第一个样本</translation>
    </message>
    <message>
        <source>Number of the sample in the data, from 0.</source>
        <translation>样本在数据中的编号，从 0 开始。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>double</source>
        <translation>double</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>Double shows 15 digits and lets differences agree closely; float is what training computes with.</source>
        <translation>double 有 15 位有效数字，与差分对得更准；训练时实际用的是 float。</translation>
    </message>
    <message>
        <source>Stops a second</source>
        <translation>每秒几站</translation>
    </message>
    <message>
        <source>How fast Play walks through the step.</source>
        <translation>自动播放的快慢。</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>my own numbers</source>
        <translation>自己输入</translation>
    </message>
    <message>
        <source>Samples from</source>
        <translation>样本来自</translation>
    </message>
    <message>
        <source>Rows of the data, or numbers that you type: an example from a book, say.</source>
        <translation>可以取数据集里的行，也可以自己输入数字，例如课本上的一道例题。</translation>
    </message>
    <message>
        <source>One sample a line: the inputs, an arrow, the target. Classes are numbered from 0.</source>
        <translation>每行一个样本：先写输入，再写箭头，最后写目标值。类别从 0 开始编号。</translation>
    </message>
    <message>
        <source>Samples, one a line</source>
        <translation>样本，每行一个</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>就用这些样本</translation>
    </message>
    <message>
        <source>Takes one step apart for these samples. The data stay as they are.</source>
        <translation>用这些样本拆解一步训练，数据集本身不变。</translation>
    </message>
    <message>
        <source>How many samples the step has: their gradients are averaged, as the loss is.</source>
        <translation>一步取多少个样本：各样本的梯度取平均，损失也取平均。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Samples of your own&lt;/b&gt;&lt;br&gt;A line for each, such as “0.5, -0.25 → 1”.&lt;br&gt;Ask what the network would learn from just these.</source>
        <translation>&lt;b&gt;自己的样本&lt;/b&gt;&lt;br&gt;每行一个，例如“0.5, -0.25 → 1”。&lt;br&gt;看看网络只从这几个样本里会学到什么。</translation>
    </message>
</context>
<context>
    <name>glassbox::SampleStepper</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>%1, true class: %2</source>
        <comment>test, true class: 4</comment>
        <translation>%1，真实类别：%2</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>样本编号</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample&lt;/b&gt;&lt;br&gt;The sample that all pictures of this tab look at, counted over all parts.&lt;br&gt;Type a number to go back to one that you remember.</source>
        <translation>&lt;b&gt;样本&lt;/b&gt;&lt;br&gt;本标签页所有视图共同观察的样本，在全部数据中统一编号。&lt;br&gt;输入编号，可以回到记得的某个样本。</translation>
    </message>
    <message>
        <source>Sample before</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample before&lt;/b&gt;&lt;br&gt;Looks at the sample before this one.&lt;br&gt;Compare what the network does with similar samples.</source>
        <translation>&lt;b&gt;上一个样本&lt;/b&gt;&lt;br&gt;查看前一个样本。&lt;br&gt;可以比较网络怎样处理相似的样本。</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>&lt;b&gt;Next sample&lt;/b&gt;&lt;br&gt;Looks at the next sample.&lt;br&gt;Compare what the network does with similar samples.</source>
        <translation>&lt;b&gt;下一个样本&lt;/b&gt;&lt;br&gt;查看后一个样本。&lt;br&gt;可以比较网络怎样处理相似的样本。</translation>
    </message>
</context>
<context>
    <name>glassbox::SampleStrip</name>
    <message>
        <source>%1, probability %2</source>
        <translation>%1，概率 %2</translation>
    </message>
    <message>
        <source>Sample %1: %2</source>
        <translation>样本 %1：%2</translation>
    </message>
</context>
<context>
    <name>glassbox::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What should the lab be like?</source>
        <translation>实验室要什么样子？</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>Your work</source>
        <translation>你的作品</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&lt;b&gt;Language&lt;/b&gt;&lt;br&gt;Switches all texts, lessons and tooltips at once.&lt;br&gt;Nothing is lost: read a lesson in one language and look a word up in the other.</source>
        <translation>&lt;b&gt;语言&lt;/b&gt;&lt;br&gt;所有文字、课程和提示立即切换。&lt;br&gt;什么都不会丢：用一种语言读课文，换另一种语言查一个词，都可以。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&lt;b&gt;Theme&lt;/b&gt;&lt;br&gt;Colors of the whole program. High contrast draws texts at 7 : 1 and borders at 4.5 : 1.&lt;br&gt;Light for a projector, dark for the evening, high contrast for tired eyes or bright sun.</source>
        <translation>&lt;b&gt;主题&lt;/b&gt;&lt;br&gt;整个程序的颜色。高对比度下，文字的对比度不低于 7 : 1，边框不低于 4.5 : 1。&lt;br&gt;投影用浅色，晚上用深色；眼睛疲劳或阳光很强时用高对比度。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>&lt;b&gt;Text size&lt;/b&gt;&lt;br&gt;Size of all texts and controls, from 80 % to 200 %. In a presentation (F5) it is at least 140 %.&lt;br&gt;Read without leaning forward.</source>
        <translation>&lt;b&gt;文字大小&lt;/b&gt;&lt;br&gt;所有文字和控件的大小，从 80 % 到 200 %。演示时（F5）至少为 140 %。&lt;br&gt;不用凑近屏幕也能看清。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>&lt;b&gt;Normal or large&lt;/b&gt;&lt;br&gt;100 % or 120 %.&lt;br&gt;Two sizes that fit most screens; the field beside takes any other.</source>
        <translation>&lt;b&gt;标准或大&lt;/b&gt;&lt;br&gt;100 % 或 120 %。&lt;br&gt;这两种大小适合多数屏幕；其他大小在旁边填写。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reduce motion&lt;/b&gt;&lt;br&gt;Nothing glides, folds or fades; in Step a sign stands in place of the moving dot.&lt;br&gt;For everybody whom moving pictures tire. Curves and weights follow the training all the same.</source>
        <translation>&lt;b&gt;减少动画&lt;/b&gt;&lt;br&gt;不再有滑动、折叠和淡入淡出；在“单步”中用记号代替移动的圆点。&lt;br&gt;适合看动画容易疲劳的人。曲线和权重照样随训练更新。</translation>
    </message>
    <message>
        <source>Rewind memory</source>
        <translation>回放内存</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rewind memory&lt;/b&gt;&lt;br&gt;How much memory earlier steps of a run may take.&lt;br&gt;More memory: more places to go back to at once; the rest is computed again.</source>
        <translation>&lt;b&gt;回放内存&lt;/b&gt;&lt;br&gt;一次训练中较早的各步最多可占用多少内存。&lt;br&gt;内存越多，能立即回到的位置越多；其余的会重新计算。</translation>
    </message>
    <message>
        <source>Autosave</source>
        <translation>自动保存</translation>
    </message>
    <message>
        <source>Always on: what you build and train is kept while you work, and offered after a crash or a power cut.</source>
        <translation>始终开启：搭建和训练的内容会随时保存；程序崩溃或断电后，可以接着做。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&lt;b&gt;Close&lt;/b&gt; Esc&lt;br&gt;Closes this page; what is chosen is kept already.&lt;br&gt;There is nothing to confirm.</source>
        <translation>&lt;b&gt;关闭&lt;/b&gt; Esc&lt;br&gt;关闭本页；所选内容已经保存。&lt;br&gt;不需要确认。</translation>
    </message>
</context>
<context>
    <name>glassbox::SideBySide</name>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Network in the lab</source>
        <translation>实验室里的网络</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Project file…</source>
        <translation>项目文件…</translation>
    </message>
    <message>
        <source>Compare with a project</source>
        <translation>与另一个项目比较</translation>
    </message>
    <message>
        <source>Glassbox projects (*.glassbox)</source>
        <translation>玻璃盒项目 (*.glassbox)</translation>
    </message>
    <message>
        <source>It is not ready.</source>
        <translation>它还没有准备好。</translation>
    </message>
    <message>
        <source>It trains on other data than this project; open its own project to go on with it.</source>
        <translation>它训练用的数据与本项目不同；要接着训练，请打开它自己的项目。</translation>
    </message>
    <message>
        <source>%1 is kept as run %2.</source>
        <translation>%1 已保留为运行 %2。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Add a second network to compare this one with; up to four train together.</source>
        <translation>请再加入一个网络来比较；最多可以四个一起训练。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>solid training, dashed test</source>
        <translation>实线为训练，虚线为测试</translation>
    </message>
    <message>
        <source>%1 training</source>
        <translation>%1 训练</translation>
    </message>
    <message>
        <source>%1 test</source>
        <translation>%1 测试</translation>
    </message>
    <message>
        <source>Press Run: all networks do the same number of steps, and their curves appear here.</source>
        <translation>点击“运行”：所有网络走同样多的步数，曲线会出现在这里。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>&lt;b&gt;Run&lt;/b&gt; Space&lt;br&gt;Trains all networks, step for step: none begins the next step before all have done this one.&lt;br&gt;See which one learns faster.</source>
        <translation>&lt;b&gt;运行&lt;/b&gt; Space&lt;br&gt;一步对一步地训练所有网络：全部走完这一步，才一起走下一步。&lt;br&gt;看看哪一个学得更快。</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>&lt;b&gt;One step&lt;/b&gt; .&lt;br&gt;Every network takes one step, then all pause.&lt;br&gt;Compare what a single update does to each.</source>
        <translation>&lt;b&gt;训练一步&lt;/b&gt; .&lt;br&gt;每个网络各走一步，然后一起暂停。&lt;br&gt;比较一次更新给它们各自带来了什么。</translation>
    </message>
    <message>
        <source>Same weights</source>
        <translation>相同初始权重</translation>
    </message>
    <message>
        <source>&lt;b&gt;Same weights&lt;/b&gt; Ctrl+R&lt;br&gt;All networks go back to step 0 with their same initial weights.&lt;br&gt;Watch the race again.</source>
        <translation>&lt;b&gt;相同初始权重&lt;/b&gt; Ctrl+R&lt;br&gt;所有网络带着各自相同的初始权重回到第 0 步。&lt;br&gt;把这场比赛再看一遍。</translation>
    </message>
    <message>
        <source>Add a network</source>
        <translation>加入网络</translation>
    </message>
    <message>
        <source>&lt;b&gt;Add a network&lt;/b&gt;&lt;br&gt;A run of this project, the network in the lab, a template or another project; four at most.&lt;br&gt;One that is added later first comes up to the others.</source>
        <translation>&lt;b&gt;加入网络&lt;/b&gt;&lt;br&gt;可以是本项目的一次运行、实验室里的网络、一个模板或另一个项目，最多四个。&lt;br&gt;后加入的网络会先赶上其余的网络。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>每秒 1 步</translation>
    </message>
    <message>
        <source>10 steps/s</source>
        <translation>每秒 10 步</translation>
    </message>
    <message>
        <source>60 steps/s</source>
        <translation>每秒 60 步</translation>
    </message>
    <message>
        <source>600 steps/s</source>
        <translation>每秒 600 步</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>&lt;b&gt;Pace&lt;/b&gt;&lt;br&gt;How many steps a second, for all networks. It only waits between steps and changes no number.&lt;br&gt;Slow down to watch.</source>
        <translation>&lt;b&gt;速度&lt;/b&gt;&lt;br&gt;所有网络每秒走多少步。它只在两步之间等待，不改变任何数。&lt;br&gt;想看清楚就放慢。</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Add two to four networks.</source>
        <translation>还没有可比较的网络。请加入两到四个网络。</translation>
    </message>
    <message>
        <source>Add the network in the lab</source>
        <translation>加入实验室里的网络</translation>
    </message>
</context>
<context>
    <name>glassbox::SliderField</name>
    <message>
        <source>A whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>A number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenCurves</name>
    <message>
        <source>falling</source>
        <translation>在下降</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>在上升</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>基本不变</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1：%3 时为 %2</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenDiagram</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>gives %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1（已停用）</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>problem: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>hint: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>通往：%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>carries %1</source>
        <translation>传递 %1</translation>
    </message>
    <message>
        <source>copy %1 of %2 shown</source>
        <translation>显示第 %1 份，共 %2 份</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 层</translation>
    </message>
    <message>
        <source>%1 wires</source>
        <translation>%1 条连线</translation>
    </message>
    <message>
        <source>problems: %1</source>
        <translation>问题：%1 处</translation>
    </message>
    <message>
        <source>Enter unfolds it</source>
        <translation>按 Enter 键展开</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenExtremes</name>
    <message>
        <source>all %1</source>
        <translation>全部为 %1</translation>
    </message>
    <message>
        <source>least %1 at %2, greatest %3 at %4</source>
        <translation>最小值 %1，在 %2；最大值 %3，在 %4</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenGrid</name>
    <message>
        <source>%1 × %2 numbers</source>
        <translation>%1 × %2 个数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenNumber</name>
    <message>
        <source>10 to the power %1</source>
        <translation>10 的 %1 次方</translation>
    </message>
    <message>
        <source> times 10 to the power %1</source>
        <translation> 乘以 10 的 %1 次方</translation>
    </message>
</context>
<context>
    <name>glassbox::SpokenViews</name>
    <message>
        <source>Confusion matrix: %1 classes, %2 samples</source>
        <translation>混淆矩阵：%1 个类别，%2 个样本</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>Most frequent mistake: %1 taken for %2, %3 times</source>
        <translation>最常见的误判：“%1”误认作“%2”，%3 次</translation>
    </message>
    <message>
        <source>%1: x from %2 to %3, y from %4 to %5</source>
        <translation>%1：x 从 %2 到 %3，y 从 %4 到 %5</translation>
    </message>
    <message>
        <source>%1: %2 of the plane</source>
        <translation>%1：占平面的 %2</translation>
    </message>
    <message>
        <source>%1: x from %2 to %3</source>
        <translation>%1：x 从 %2 到 %3</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>%1 off on average</source>
        <translation>平均偏差 %1</translation>
    </message>
    <message>
        <source>Loss landscape: %1 × %1 points</source>
        <translation>损失地形：%1 × %1 个点</translation>
    </message>
    <message>
        <source>loss %1 at the present weights</source>
        <translation>当前权重处的损失为 %1</translation>
    </message>
    <message>
        <source>%1: %2 histograms, step %3 to %4</source>
        <translation>%1：%2 幅直方图，第 %3 步到第 %4 步</translation>
    </message>
    <message>
        <source>At step %1: %2 values</source>
        <translation>第 %1 步：%2 个值</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2, least %3, greatest %4</source>
        <translation>均值 %1，标准差 %2，最小值 %3，最大值 %4</translation>
    </message>
    <message>
        <source>%1 not a number</source>
        <translation>%1 个不是数</translation>
    </message>
    <message>
        <source>%1 of %2 units dead</source>
        <translation>%2 个神经元中有 %1 个失活</translation>
    </message>
    <message>
        <source>%1 of %2 units saturated</source>
        <translation>%2 个神经元中有 %1 个饱和</translation>
    </message>
    <message>
        <source>%1: %2 maps of %3 × %4</source>
        <translation>%1：%2 幅，每幅 %3 × %4</translation>
    </message>
    <message>
        <source>values from %1 to %2</source>
        <translation>值从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>glassbox::SpreadPlot</name>
    <message>
        <source>step %1: %2 values from %3 to %4</source>
        <comment>step 400: 37 values from 0.1 to 0.12</comment>
        <translation>第 %1 步：%2 个值，在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>%1 values, log scale</source>
        <translation>%1 个值，对数刻度</translation>
    </message>
</context>
<context>
    <name>glassbox::SpreadView</name>
    <message>
        <source>Shows how the numbers of each layer are spread, and how that changes over the steps.&lt;br&gt;Use it to find dead or saturated units, and gradients that vanish or explode.</source>
        <translation>显示每一层的数值如何分布，以及分布怎样随训练步变化。&lt;br&gt;用它找出死亡或饱和的神经元，以及消失或爆炸的梯度。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer&lt;/b&gt;&lt;br&gt;Chooses whose numbers are shown.&lt;br&gt;Go through them to see where a gradient gets lost on its way back.</source>
        <translation>&lt;b&gt;层&lt;/b&gt;&lt;br&gt;选择显示哪一层的数值。&lt;br&gt;逐层查看，就能看出梯度在反向传播途中消失在哪里。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Numbers&lt;/b&gt;&lt;br&gt;Weights without biases, their gradients at the last step, or what the layer gives for a fixed set of samples.&lt;br&gt;Activations show dead and saturated units, gradients show whether a layer still learns.</source>
        <translation>&lt;b&gt;数值&lt;/b&gt;&lt;br&gt;权重（不含偏置）、它们在最近一步的梯度，或该层对一组固定样本的输出。&lt;br&gt;激活值能显示死亡和饱和的神经元，梯度能显示一层是否还在学习。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Axis of values&lt;/b&gt;&lt;br&gt;Logarithmic: magnitudes by powers of ten, negative ones below.&lt;br&gt;Use it where most numbers are tiny, as gradients are.</source>
        <translation>&lt;b&gt;数值轴&lt;/b&gt;&lt;br&gt;对数：按 10 的幂排列绝对值，负数在下方。&lt;br&gt;适合大多数数值都很小的情形，例如梯度。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Histograms are kept from now on while this view is open.</source>
        <translation>还没有记录。从现在起，只要打开此视图，就会记录直方图。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>Weights of Dense 1</comment>
        <translation>“%2”的%1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>standard deviation %1</source>
        <translation>标准差 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>range of values</comment>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>exactly 0: %1</source>
        <translation>恰好为 0：%1</translation>
    </message>
    <message>
        <source>dead units: %1 of %2</source>
        <translation>失活神经元：%1 / %2</translation>
    </message>
    <message>
        <source>saturated units: %1 of %2</source>
        <translation>饱和神经元：%1 / %2</translation>
    </message>
    <message>
        <source>not a number: %1</source>
        <translation>非数值：%1</translation>
    </message>
    <message>
        <source>Of %1 training samples, always the same.</source>
        <translation>取自 %1 个固定的训练样本。</translation>
    </message>
    <message>
        <source>Only every %1th number was counted.</source>
        <translation>每 %1 个数只统计一个。</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
</context>
<context>
    <name>glassbox::StatusStrip</name>
    <message>
        <source>No issues</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>under 0.01 s an epoch</source>
        <translation>每轮不到 0.01 秒</translation>
    </message>
    <message>
        <source>%1 s an epoch</source>
        <translation>每轮 %1 秒</translation>
    </message>
    <message>
        <source>One pass over the training samples at the rate of this run, evaluation and pace included.</source>
        <translation>按本次运行的速度把训练样本过一遍所需的时间，包括评估和节奏带来的等待。</translation>
    </message>
</context>
<context>
    <name>glassbox::StepChips</name>
    <message>
        <source>Stops of the step</source>
        <translation>这一步的各站</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3 stops</source>
        <translation>%1：%2，共 %3 站</translation>
    </message>
</context>
<context>
    <name>glassbox::StepDesk</name>
    <message>
        <source>The network is not complete yet: the issue list says what is missing.</source>
        <translation>网络还不完整：缺什么请看问题列表。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>While a step is taken apart the network stays as it is. Build changes it.</source>
        <translation>拆解一步训练时网络保持不变。要修改请回到“搭建”。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Whose numbers stand on the diagram and in the pictures.</source>
        <translation>网络图和图像中显示的是哪个样本的数。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Explanation as PDF…</source>
        <translation>把解释存为 PDF…</translation>
    </message>
    <message>
        <source>Save the explanation</source>
        <translation>保存解释</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print the explanation…</source>
        <translation>打印解释…</translation>
    </message>
    <message>
        <source>Step as PyTorch script…</source>
        <translation>把这一步存为 PyTorch 脚本…</translation>
    </message>
    <message>
        <source>Save the step</source>
        <translation>保存这一步</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>One training step</source>
        <translation>一步训练</translation>
    </message>
    <message>
        <source>%1 · step %2 · loss %3</source>
        <translation>%1 · 第 %2 步 · 损失 %3</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quiz&lt;/b&gt;&lt;br&gt;Hides the numbers that are formed at each stop: you work them out and write them in.&lt;br&gt;What you have calculated yourself, you understand.</source>
        <translation>&lt;b&gt;测验&lt;/b&gt;&lt;br&gt;隐藏每一站算出的数，由你自己算出来填进去。&lt;br&gt;自己算过，才真正明白。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&lt;b&gt;Export&lt;/b&gt;&lt;br&gt;Saves or prints the explanation, or writes the step as a PyTorch script.&lt;br&gt;Take it along, or check it with another program.</source>
        <translation>&lt;b&gt;导出&lt;/b&gt;&lt;br&gt;保存或打印解释，或把这一步写成 PyTorch 脚本。&lt;br&gt;可以带走，也可以用别的程序核对。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Samples&lt;/b&gt;&lt;br&gt;Chooses the samples of the step, the precision, and the pace of playing.&lt;br&gt;Follow one sample, or see how the gradients of four are summed.</source>
        <translation>&lt;b&gt;样本&lt;/b&gt;&lt;br&gt;选择这一步的样本、数值类型和播放快慢。&lt;br&gt;可以只跟踪一个样本，也可以看四个样本的梯度怎样相加。</translation>
    </message>
    <message>
        <source>Working the step out…</source>
        <translation>正在计算这一步…</translation>
    </message>
    <message>
        <source>Stop %1 of %2 · loss %3</source>
        <translation>第 %1 站，共 %2 站 · 损失 %3</translation>
    </message>
    <message>
        <source>← → one stop, Home first, End last</source>
        <translation>← → 移动一站，Home 第一站，End 最后一站</translation>
    </message>
    <message>
        <source>Training runs on: what is taken apart here is step %1. Pause, and it is the newest.</source>
        <translation>训练仍在进行：这里拆解的是第 %1 步。暂停后，就会换成最新的一步。</translation>
    </message>
    <message>
        <source>There are no data yet: choose some in the Data tab, or enter a sample under Samples.</source>
        <translation>还没有数据：请在“数据”页选择数据，或在“样本”里自己输入一个样本。</translation>
    </message>
</context>
<context>
    <name>glassbox::StepStrip</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>&lt;b&gt;Play&lt;/b&gt;&lt;br&gt;Walks through the step by itself.&lt;br&gt;Show a class how values go forward and gradients come back.</source>
        <translation>&lt;b&gt;播放&lt;/b&gt;&lt;br&gt;自动走完这一步。&lt;br&gt;给全班演示数值怎样向前传、梯度怎样传回来。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>&lt;b&gt;Back&lt;/b&gt; ←&lt;br&gt;Goes one stop back.&lt;br&gt;Look once more at where a number came from.</source>
        <translation>&lt;b&gt;后退&lt;/b&gt; ←&lt;br&gt;退回一站。&lt;br&gt;再看一遍数是从哪里来的。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>&lt;b&gt;Next&lt;/b&gt; →&lt;br&gt;Goes one stop on.&lt;br&gt;Values first, then the loss, then gradients from the back to the front, then the update.</source>
        <translation>&lt;b&gt;前进&lt;/b&gt; →&lt;br&gt;前进一站。&lt;br&gt;先是数值，然后是损失，接着梯度从后往前传，最后是更新。</translation>
    </message>
</context>
<context>
    <name>glassbox::SurfacePage</name>
    <message>
        <source>Shows what the network answers at each place of the plane.&lt;br&gt;Where the border runs tells what it has learned, and where it overfits.</source>
        <translation>显示网络在平面上每一点给出的答案。&lt;br&gt;从边界的走向可以看出它学到了什么，在哪里过拟合。</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>决策面</translation>
    </message>
</context>
<context>
    <name>glassbox::SurfaceView</name>
    <message>
        <source>Output over the plane</source>
        <translation>平面上的输出</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
    <message>
        <source>P of the likeliest class</source>
        <translation>最可能类别的概率</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>hollow: test</source>
        <translation>空心：测试</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>glassbox::SweepDialog</name>
    <message>
        <source>Export the sweep</source>
        <translation>导出超参数搜索</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a parameter of a layer</comment>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>不改别的</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>and</source>
        <translation>以及</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子数</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>同时训练</translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation>改变哪一项</translation>
    </message>
    <message>
        <source>A setting of the training, or a parameter of a layer.</source>
        <translation>训练的一项设置，或某一层的一个参数。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>The values it takes, with commas between them: 0.1, 0.01.</source>
        <translation>它的各个取值，用英文逗号隔开：0.1, 0.01。</translation>
    </message>
    <message>
        <source>Runs of each cell, with other initial weights each. Several show whether a result was luck.</source>
        <translation>每一格训练几次，每次的初始权重都不同。多训练几次，才看得出结果是否只是运气。</translation>
    </message>
    <message>
        <source>How many runs train at the same time, each on one thread. The figures are the same for any number.</source>
        <translation>同时进行几次训练，每次占一个线程。无论取几，结果都相同。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Trains the network once for each cell and seed. What is in the lab stays as it is.</source>
        <translation>每一格、每个随机种子各训练一次网络。实验室里的内容保持不变。</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>打开这次训练</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>One row for each run: settings, seed, loss and accuracy on the validation part, rank.</source>
        <translation>每次训练一行：设置、随机种子、验证集上的损失和准确率、名次。</translation>
    </message>
    <message>
        <source>Each cell is trained on its own, to the end that the training settings name. Loss and accuracy are of the validation part.</source>
        <translation>每一格单独训练，到训练设置规定的终点为止。损失和准确率都在验证集上计算。</translation>
    </message>
    <message>
        <source>The grid has %1 cells; %2 is the most. Leave some values out.</source>
        <translation>网格有 %1 格，最多 %2 格。请去掉一些取值。</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 / %2 次训练</translation>
    </message>
    <message>
        <source>Best so far: %1 – %2</source>
        <translation>目前最好：%1 – %2</translation>
    </message>
    <message>
        <source>Chosen: %1 – %2</source>
        <translation>已选：%1 – %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Lets all runs rest, and go on where they were. The figures are the same.&lt;br&gt;Use it to have the processors for something else.</source>
        <translation>让所有训练先停在原处，之后再接着进行，结果不变。&lt;br&gt;需要把处理器让给别的工作时使用。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open this run&lt;/b&gt; Enter&lt;br&gt;Brings the cell&apos;s best run into the lab, as it ended: network, settings, weights and curves.&lt;br&gt;Go on with it, or look inside it. Undo brings back what was there.</source>
        <translation>&lt;b&gt;打开这次训练&lt;/b&gt; Enter&lt;br&gt;把这一格中最好的一次训练按结束时的样子放进实验室：网络、设置、权重和曲线。&lt;br&gt;可以接着训练，也可以查看内部。撤销可以恢复原来的内容。</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>大约还需 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>大约还需 %1 分钟</translation>
    </message>
    <message>
        <source>Best: %1 – %2</source>
        <translation>最好：%1 – %2</translation>
    </message>
    <message>
        <source>best seed %1</source>
        <translation>最好的随机种子 %1</translation>
    </message>
</context>
<context>
    <name>glassbox::SweepLegend</name>
    <message>
        <source>mean validation accuracy</source>
        <translation>平均验证准确率</translation>
    </message>
    <message>
        <source>mean validation loss</source>
        <translation>平均验证损失</translation>
    </message>
    <message>
        <source>each seed</source>
        <translation>每个随机种子</translation>
    </message>
</context>
<context>
    <name>glassbox::SweepMap</name>
    <message>
        <source>Heat map of the sweep</source>
        <translation>超参数搜索的热图</translation>
    </message>
    <message>
        <source>cannot be</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>seed %1: loss %2, accuracy %3</source>
        <translation>随机种子 %1：损失 %2，准确率 %3</translation>
    </message>
    <message>
        <source>seed %1: loss %2</source>
        <translation>随机种子 %1：损失 %2</translation>
    </message>
    <message>
        <source>%1 of %2 cells done</source>
        <translation>%2 格中已完成 %1 格</translation>
    </message>
    <message>
        <source>Accuracy from %1 to %2</source>
        <translation>准确率从 %1 到 %2</translation>
    </message>
    <message>
        <source>Loss from %1 to %2</source>
        <translation>损失从 %1 到 %2</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>最佳：%1</translation>
    </message>
</context>
<context>
    <name>glassbox::TaskCard</name>
    <message>
        <source>locked</source>
        <translation>未解锁</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>where to look</source>
        <translation>看哪里</translation>
    </message>
    <message>
        <source>which idea</source>
        <translation>想什么</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Hint %1 / 3: %2</source>
        <comment>Hint 1 / 3: where to look</comment>
        <translation>提示 %1 / 3：%2</translation>
    </message>
    <message>
        <source>Hint %1 of 3: %2</source>
        <translation>提示 %1 / 3：%2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Task: %1, %2</source>
        <translation>任务：%1，%2</translation>
    </message>
    <message>
        <source>Take this task up</source>
        <translation>继续做这个任务</translation>
    </message>
    <message>
        <source>Skip this task</source>
        <translation>跳过这个任务</translation>
    </message>
    <message>
        <source>&lt;b&gt;Take this task up&lt;/b&gt;&lt;br&gt;The task is checked again.</source>
        <translation>&lt;b&gt;继续做这个任务&lt;/b&gt;&lt;br&gt;重新开始检查这个任务。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Skip this task&lt;/b&gt;&lt;br&gt;Goes on to the next task; the report says that this one was skipped.&lt;br&gt;You can take it up at any time.</source>
        <translation>&lt;b&gt;跳过这个任务&lt;/b&gt;&lt;br&gt;直接做下一个任务；学习报告会写明这个任务被跳过。&lt;br&gt;随时可以回来继续做。</translation>
    </message>
    <message>
        <source>First predict</source>
        <translation>先做预测</translation>
    </message>
</context>
<context>
    <name>glassbox::TaskHead</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>checked on your own model</source>
        <translation>由程序检查你的模型</translation>
    </message>
</context>
<context>
    <name>glassbox::TermTable</name>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>term</source>
        <translation>项</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… 还有 %1 项</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>各项</translation>
    </message>
</context>
<context>
    <name>glassbox::TextView</name>
    <message>
        <source>The network goes on from your prompt, token by token, and shows what else it could have written.&lt;br&gt;Use it to hear how a language model learns, and what temperature, top-k and top-p do.</source>
        <translation>网络从你的提示词开始逐个词元续写，并显示它本来还可能写什么。&lt;br&gt;用它体会语言模型怎样学习，以及温度、top-k 和 top-p 的作用。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The logits are divided by it before the softmax; 0 takes the most probable token.&lt;br&gt;Low: safe and repetitive, high: bold and faulty.</source>
        <translation>softmax 之前，未归一化的预测值（logits）先除以温度；0 表示总取概率最大的词元。&lt;br&gt;温度低：稳妥但重复；温度高：大胆但易出错。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the most probable tokens may come; 0: all.&lt;br&gt;Use it to keep the least likely ones out.</source>
        <translation>只允许概率最大的若干个词元出现；0 表示全部。&lt;br&gt;用它排除最不可能的词元。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the fewest tokens whose probabilities reach it may come; 1: all.&lt;br&gt;It cuts more where the network is sure.</source>
        <translation>只保留累计概率达到该值的最少词元；1 表示全部。&lt;br&gt;网络越有把握，截去的就越多。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides the draw: the same seed gives the same text.&lt;br&gt;Change it to see another text of the same network.</source>
        <translation>决定抽样：种子相同，文本就相同。&lt;br&gt;改变它，可以看到同一个网络的另一段文本。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens are written.&lt;br&gt;Stop ends it earlier.</source>
        <translation>要写多少个词元。&lt;br&gt;“停止”可以提前结束。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>&lt;b&gt;Continue&lt;/b&gt;&lt;br&gt;Writes on behind the text that stands there.&lt;br&gt;Use it after you have chosen a token yourself.</source>
        <translation>&lt;b&gt;继续&lt;/b&gt;&lt;br&gt;在现有文本之后接着写。&lt;br&gt;自己选定一个词元之后使用。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>No text yet. Write a prompt and press Generate: the text appears here, token by token.</source>
        <translation>还没有文本。写下提示词并点击“生成”：文本会逐个词元出现在这里。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>&lt;b&gt;Stop&lt;/b&gt;&lt;br&gt;Ends the writing after this token.&lt;br&gt;What is written stays.</source>
        <translation>&lt;b&gt;停止&lt;/b&gt;&lt;br&gt;写完当前词元后结束。&lt;br&gt;已写的内容会保留。</translation>
    </message>
    <message>
        <source>step %1; the deeper, the more probable</source>
        <translation>第 %1 步；颜色越深，概率越大</translation>
    </message>
    <message>
        <source>probability %1</source>
        <translation>概率 %1</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>click to take; gray: cut</source>
        <translation>点击选用；灰色：被截去</translation>
    </message>
    <message>
        <source>Probabilities of the next token</source>
        <translation>下一个词元的概率</translation>
    </message>
    <message>
        <source>Generated text</source>
        <translation>生成文本</translation>
    </message>
    <message>
        <source>&lt;b&gt;Prompt&lt;/b&gt; Enter&lt;br&gt;The text to go on from, in signs or words that the data have.&lt;br&gt;Begin as the data do: the network knows nothing else.</source>
        <translation>&lt;b&gt;提示词&lt;/b&gt; Enter&lt;br&gt;从这段文字开始续写，只能使用数据中出现过的字符或词。&lt;br&gt;开头要像数据那样写：网络没见过别的东西。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Generate&lt;/b&gt;&lt;br&gt;Goes on from the prompt with the newest weights.&lt;br&gt;Press it again while the network trains, to see it learn.</source>
        <translation>&lt;b&gt;生成&lt;/b&gt;&lt;br&gt;用最新的权重从提示词开始续写。&lt;br&gt;网络训练时多按几次，就能看到它怎样一点点学会。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Next token&lt;/b&gt; Up, Down, Enter&lt;br&gt;The ten most probable tokens after temperature and cut.&lt;br&gt;Take another one than the draw did, and continue from there.</source>
        <translation>&lt;b&gt;下一个词元&lt;/b&gt; 上、下、Enter&lt;br&gt;经温度和截断之后，概率最大的十个词元。&lt;br&gt;可以改选另一个词元，再从那里继续生成。</translation>
    </message>
</context>
<context>
    <name>glassbox::ThresholdView</name>
    <message>
        <source>Shows how many of the samples called positive are right (precision), and how many of the positive ones are found (recall), for each threshold.&lt;br&gt;Use it where one kind of mistake costs more than the other.</source>
        <translation>显示在每个阈值下，判为正类的样本有多少是对的（精确率），正类样本有多少被找到（召回率）。&lt;br&gt;两种错误的代价不同时，就需要用它来选择阈值。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Over the threshold</source>
        <translation>随阈值变化</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>精确率–召回率曲线</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Counts at the threshold</source>
        <translation>该阈值下的计数</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余类别</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>called</source>
        <translation>判为</translation>
    </message>
    <message>
        <source>training samples</source>
        <translation>个训练样本</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>个测试样本</translation>
    </message>
    <message>
        <source>TP %1 · FP %2 · FN %3 · TN %4 · accuracy %5 · %6 %7</source>
        <translation>TP %1 · FP %2 · FN %3 · TN %4 · 准确率 %5 · %6 %7</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>正类</translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation>正类</translation>
    </message>
    <message>
        <source>&lt;b&gt;Positive class&lt;/b&gt;&lt;br&gt;This class against all others together.&lt;br&gt;Which class is the positive one decides what precision and recall mean.</source>
        <translation>&lt;b&gt;正类&lt;/b&gt;&lt;br&gt;以这个类别为正类，其余类别合在一起为负类。&lt;br&gt;选哪个类别为正类，决定了精确率和召回率的含义。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Threshold&lt;/b&gt;&lt;br&gt;A sample is called positive when the network gives the class at least this probability.&lt;br&gt;A higher one makes fewer false alarms and misses more.</source>
        <translation>&lt;b&gt;阈值&lt;/b&gt;&lt;br&gt;网络给出的该类概率不低于阈值时，样本判为正类。&lt;br&gt;阈值越高，误报越少，漏报越多。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&lt;b&gt;Samples&lt;/b&gt;&lt;br&gt;Which part of the data is counted.&lt;br&gt;The training part looks better than it is: judge by the test part.</source>
        <translation>&lt;b&gt;样本&lt;/b&gt;&lt;br&gt;统计哪一部分数据。&lt;br&gt;训练集上的结果偏乐观：请以测试集为准。</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
</context>
<context>
    <name>glassbox::TileMaker</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
</context>
<context>
    <name>glassbox::ToolBar</name>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>样本/秒</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>每秒 1 步</translation>
    </message>
    <message>
        <source>10 steps/s</source>
        <translation>每秒 10 步</translation>
    </message>
    <message>
        <source>60 steps/s</source>
        <translation>每秒 60 步</translation>
    </message>
    <message>
        <source>600 steps/s</source>
        <translation>每秒 600 步</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>&lt;b&gt;Pace&lt;/b&gt;&lt;br&gt;How many steps a second. It only waits between steps and changes no number.&lt;br&gt;Slow down to watch a small network learn.</source>
        <translation>&lt;b&gt;速度&lt;/b&gt;&lt;br&gt;每秒训练多少步。它只在两步之间等待，不改变任何数值。&lt;br&gt;放慢速度，看一个小网络怎样学习。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Seed&lt;/b&gt;&lt;br&gt;Decides everything that is drawn by chance: weights, order of the samples, dropout.&lt;br&gt;The same seed gives the same run.</source>
        <translation>&lt;b&gt;随机种子&lt;/b&gt;&lt;br&gt;决定一切随机产生的量：权重、样本的顺序、随机失活（dropout）。&lt;br&gt;随机种子相同，训练过程就完全相同。</translation>
    </message>
    <message>
        <source>&lt;b&gt;中文 / English&lt;/b&gt;&lt;br&gt;Switches the language of the whole program.&lt;br&gt;Nothing is lost.</source>
        <translation>&lt;b&gt;中文 / English&lt;/b&gt;&lt;br&gt;切换整个程序的语言。&lt;br&gt;内容不会丢失。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>glassbox::Tour</name>
    <message>
        <source>New here?</source>
        <translation>第一次来？</translation>
    </message>
    <message>
        <source>Six steps in the living lab, about two minutes: run, pause, click, change, look inside.</source>
        <translation>在真实运行的实验室里走六步，大约两分钟：运行、停顿、点击、修改、看看里面。</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我看看</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>退出导览</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Press Run, or Space. The network begins to learn: the loss falls, and the wires change.</source>
        <translation>按“运行”或空格键。网络开始学习：损失下降，连线也在变化。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>The curve is the loss: how wrong the network is. Press Pause, or Space once more, when you have seen it fall.</source>
        <translation>这条曲线就是损失，表示网络错得有多厉害。看到它下降之后，按“停顿”，或再按一次空格键。</translation>
    </message>
    <message>
        <source>A layer</source>
        <translation>一层</translation>
    </message>
    <message>
        <source>Click the tile of a dense layer. Its parameters and its formula appear at the right; the small pictures show what each neuron answers over the plane.</source>
        <translation>点击一个全连接层的图块。右侧会显示它的参数和公式；小图显示每个神经元在平面各处的输出。</translation>
    </message>
    <message>
        <source>A setting</source>
        <translation>一项设置</translation>
    </message>
    <message>
        <source>Open the tab Training here and change the learning rate. Larger steps learn faster, until they jump too far.</source>
        <translation>在这里打开“训练”标签页，改一改学习率。步子大些学得快，但太大就会跳过头。</translation>
    </message>
    <message>
        <source>A weight</source>
        <translation>一个权重</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>看看里面</translation>
    </message>
    <message>
        <source>Open the tab Look: pictures of what the network has learned, such as its answer at each place of the plane.</source>
        <translation>打开“观察”标签页：这里用图像展示网络学到了什么，例如它在平面各处的回答。</translation>
    </message>
    <message>
        <source>That was the lab</source>
        <translation>实验室就是这样</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Click a wire between two tiles. Its width and color are its weight: blue is positive, orange negative. You may write another number. By keys: Enter on a number of Weights, at the right.</source>
        <translation>点击两个图块之间的一条连线。它的粗细和颜色就是权重：蓝色为正，橙色为负。可以写入另一个数。用键盘：在右侧“权重”的一个数上按回车键。</translation>
    </message>
    <message>
        <source>Next, your own data: in the tab Data at the left choose Painted points, or open a table. Everything can be undone. The lessons begin with a single line; Shift+F1 explains whatever you click, Ctrl+K finds any command.</source>
        <translation>接下来用自己的数据：在左侧的“数据”标签页里选择“手绘的点”，或者打开一张表格。一切都能撤销。课程从一条直线开始；按 Shift+F1 再点击任何地方，就会得到说明；按 Ctrl+K 可以找到任何命令。</translation>
    </message>
</context>
<context>
    <name>glassbox::TrailRow</name>
    <message>
        <source>Back to %1</source>
        <translation>回到 %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Back&lt;/b&gt; Backspace, one at a time&lt;br&gt;Explains this number again.&lt;br&gt;The row is the way you came, link by link.</source>
        <translation>&lt;b&gt;返回&lt;/b&gt; 按 Backspace 逐个退回&lt;br&gt;重新解释这个数。&lt;br&gt;这一列就是你一路点过来的路径。</translation>
    </message>
</context>
<context>
    <name>glassbox::TrainingForm</name>
    <message>
        <source>Can be changed when the training is paused and started anew.</source>
        <translation>暂停后才能修改，改后从头开始训练。</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>each epoch</source>
        <translation>每轮</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What training makes small. It is a layer of the diagram: add or replace it there.</source>
        <translation>训练就是要把它变小。它是网络图中的一层，可在图中添加或更换。</translation>
    </message>
    <message>
        <source>Same on every computer</source>
        <translation>各计算机结果相同</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>学习率的变化</translation>
    </message>
</context>
<context>
    <name>glassbox::UnitList</name>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; Space&lt;br&gt;Switches this unit off and on: off, its output is 0.&lt;br&gt;See whether the network needs it.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; 空格&lt;br&gt;关闭或重新开启这个单元：关闭时它的输出为 0。&lt;br&gt;看看网络是否需要它。</translation>
    </message>
</context>
<context>
    <name>glassbox::ViewExport</name>
    <message>
        <source>%1 was written.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>glassbox::WeightLegend</name>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>width = |g| / largest in layer</source>
        <translation>线宽 = |g| / 层内最大值</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正</translation>
    </message>
    <message>
        <source>width = |w| / largest in layer</source>
        <translation>线宽 = |w| / 层内最大值</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
</context>
<context>
    <name>glassbox::WeightsView</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>%1 values, drawn to scale</source>
        <translation>%1 个值，每格一个值</translation>
    </message>
    <message>
        <source>cell: largest of %1×%2</source>
        <translation>每格：%1×%2 个数中最大的一个</translation>
    </message>
</context>
<context>
    <name>glassbox::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Build a network, train it, and look inside.</source>
        <translation>搭建网络，训练网络，看清网络内部。</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>新建网络</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>button</comment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>One click builds the network and starts training</source>
        <translation>点一下，就搭好网络并开始训练</translation>
    </message>
    <message>
        <source>%1 · %2 parameters</source>
        <translation>%1 · %2 个参数</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Edited today, %1</source>
        <translation>今天 %1 编辑</translation>
    </message>
    <message>
        <source>Edited yesterday, %1</source>
        <translation>昨天 %1 编辑</translation>
    </message>
    <message>
        <source>Edited on %1</source>
        <translation>编辑于 %1</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <translation>继续“%1”</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1: lesson %2</source>
        <translation>%1：课程 %2</translation>
    </message>
    <message>
        <source>Your own data: tables, texts, pictures</source>
        <translation>用自己的数据：表格、文本、图片</translation>
    </message>
    <message>
        <source>Fewer examples</source>
        <translation>收起示例</translation>
    </message>
    <message>
        <source>All %1 examples</source>
        <translation>全部 %1 个示例</translation>
    </message>
</context>
<context>
    <name>glassbox::WelcomeStrip</name>
    <message>
        <source>Works offline. Nothing leaves this computer.</source>
        <translation>离线运行，数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Ctrl+N new · Ctrl+O open</source>
        <translation>Ctrl+N 新建 · Ctrl+O 打开</translation>
    </message>
</context>
<context>
    <name>glassbox::WhatIsThis</name>
    <message>
        <source>Nothing here has a meaning of its own. Click a control, a wire, a curve or a colored square.</source>
        <translation>这里没有特别的含义。请点击控件、连线、曲线或色块。</translation>
    </message>
</context>
<context>
    <name>glassbox::WorkBar</name>
    <message>
        <source>This is your network as you left it.</source>
        <translation>这是你上次离开时的网络。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>&lt;b&gt;Start afresh&lt;/b&gt;&lt;br&gt;Goes back to the lesson&apos;s set-up.&lt;br&gt;Your network is kept aside and can be brought back.</source>
        <translation>&lt;b&gt;从头开始&lt;/b&gt;&lt;br&gt;回到这一课的初始布置。&lt;br&gt;你的网络另外保留，可以取回。</translation>
    </message>
    <message>
        <source>This is the lesson&apos;s set-up. Your network from before is kept.</source>
        <translation>这是这一课的初始布置。你之前的网络仍然保留着。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bring it back&lt;/b&gt;&lt;br&gt;Puts your network from before in place again.&lt;br&gt;What you have built since is kept aside instead.</source>
        <translation>&lt;b&gt;取回&lt;/b&gt;&lt;br&gt;换回你之前的网络。&lt;br&gt;之后新搭建的网络改为另外保留。</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <source>There is not enough memory for these data.</source>
        <translation>内存不够，放不下这些数据。</translation>
    </message>
    <message>
        <source>Use fewer samples.</source>
        <translation>减少样本数。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Share of the samples that is never trained on: it shows how the network does on new ones. Data that come with a test part keep it.</source>
        <translation>从不用于训练的样本所占的比例：由它们看出网络在新样本上的表现。自带测试集的数据保留原有的测试集。</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Share of the samples by which settings are chosen, so that the test part stays untouched.</source>
        <translation>用来挑选设置的样本所占的比例，这样就不必动用测试集。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据随机种子</translation>
    </message>
    <message>
        <source>Decides what is drawn and which samples go into which part. The same seed gives the same data.</source>
        <translation>决定生成哪些样本、每个样本归入哪个集合。随机种子相同，数据就相同。</translation>
    </message>
    <message>
        <source>The data of this project lie outside its folder: %1.</source>
        <translation>这个项目的数据在项目文件夹之外：%1。</translation>
    </message>
    <message>
        <source>They are read only when you say so.</source>
        <translation>你同意之后才会读取。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Stands on the tile in place of the layer&apos;s title.</source>
        <translation>显示在图块上，代替层的标题。</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Its weights stay as they are while the others are trained: what a layer has learned is kept.</source>
        <translation>训练其他层时，它的权重保持不变：学到的东西就留住了。</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Passes its input through unchanged: shows what the layer is good for.</source>
        <translation>让输入原样通过：可以看出这一层起什么作用。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides the first weights, the order of the samples and all else that is drawn by chance. The same seed gives the same run.</source>
        <translation>决定初始权重、样本的顺序，以及其他一切随机产生的量。随机种子相同，训练过程就完全相同。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Share of the training samples that is kept back to choose settings by. The test part stays untouched until the end.</source>
        <translation>从训练样本中留出、用来挑选设置的比例。测试集到最后才动用。</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Of the brush and of the eraser, in units of the plane.</source>
        <translation>画笔和橡皮的半径，以平面坐标为单位。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How many points the brush sets at each dab.</source>
        <translation>画笔每落一次笔放置多少个点。</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>Set a point</source>
        <translation>放置一个点</translation>
    </message>
    <message>
        <source>Paint %1 points</source>
        <translation>画出 %1 个点</translation>
    </message>
    <message>
        <source>Take a point away</source>
        <translation>去掉一个点</translation>
    </message>
    <message>
        <source>Take %1 points away</source>
        <translation>去掉 %1 个点</translation>
    </message>
    <message>
        <source>Reading the data was stopped.</source>
        <translation>读取数据已停止。</translation>
    </message>
    <message>
        <source>What was there before is still here.</source>
        <translation>原有的数据仍在。</translation>
    </message>
    <message>
        <source>The column that the network learns to predict.</source>
        <translation>网络要学会预测的那一列。</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>New seed</source>
        <translation>换随机种子</translation>
    </message>
    <message>
        <source>This run is not in the list any more.</source>
        <translation>这次训练已不在列表中。</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>打开训练 %1</translation>
    </message>
    <message>
        <source>A run cannot change its %1 on the way: start a new run with it.</source>
        <translation>训练途中不能更改%1：请用新的值重新训练。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>There is no run to branch from: press Run first.</source>
        <translation>还没有可以分支的训练：请先点击“运行”。</translation>
    </message>
    <message>
        <source>Branch at step %1</source>
        <translation>在第 %1 步分支</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>There is nothing to export yet: start the sweep first.</source>
        <translation>还没有可以导出的内容：请先开始超参数搜索。</translation>
    </message>
    <message>
        <source>There is not enough memory for this network and its data.</source>
        <translation>内存不足，放不下这个网络和它的数据。</translation>
    </message>
    <message>
        <source>Compare fewer networks, or smaller ones.</source>
        <translation>请减少网络的个数，或换成小一些的网络。</translation>
    </message>
    <message>
        <source>The data of this project lie outside its folder: %1.</source>
        <translation>这个项目的数据不在它的文件夹里：%1。</translation>
    </message>
    <message>
        <source>Open the project itself to read them.</source>
        <translation>请打开该项目本身来读取。</translation>
    </message>
</context>
<context>
    <name>stepper</name>
    <message>
        <source>A parameter: it stays as it is during the step, and the update changes it.</source>
        <translation>一个参数：在这一步的计算中保持不变，最后由更新来改变它。</translation>
    </message>
    <message>
        <source>There is no explanation to save: click a number first.</source>
        <translation>没有可保存的解释：请先点击一个数。</translation>
    </message>
    <message>
        <source>There is no step to save: complete the network and choose data first.</source>
        <translation>没有可保存的一步：请先补全网络并选择数据。</translation>
    </message>
    <message>
        <source>Line %1: &quot;%2&quot; is not a number.</source>
        <translation>第 %1 行：“%2”不是数。</translation>
    </message>
    <message>
        <source>Line %1 needs one arrow between the inputs and the target: 0.5, -1.2 -&gt; 1.</source>
        <translation>第 %1 行的输入和目标值之间要有一个箭头，例如：0.5, -1.2 -&gt; 1。</translation>
    </message>
    <message>
        <source>There is no sample yet: write one, such as 0.5, -1.2 -&gt; 1.</source>
        <translation>还没有样本：请写一个，例如 0.5, -1.2 -&gt; 1。</translation>
    </message>
    <message>
        <source>A step takes up to %1 samples, and these are %2.</source>
        <translation>一步最多取 %1 个样本，这里有 %2 个。</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>The prompt is empty: write at least one sign to go on from.</source>
        <translation>提示词是空的：至少写一个字符作为开头。</translation>
    </message>
</context>
</TS>
