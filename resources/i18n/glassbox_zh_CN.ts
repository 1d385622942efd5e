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
        <source>Opens a CSV file or a folder with the MNIST files.</source>
        <translation>打开 CSV 文件，或存放 MNIST 文件的文件夹。</translation>
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
        <source>Find a layer</source>
        <translation>查找层</translation>
    </message>
    <message>
        <source>Goes to the search of the palette.</source>
        <translation>转到层列表的搜索框。</translation>
    </message>
    <message>
        <source>Add a layer by its name.</source>
        <translation>按名称添加层。</translation>
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
        <source>Unlocks what the lesson keeps fixed; the network stays open.</source>
        <translation>解除本课的锁定；网络保持打开。</translation>
    </message>
    <message>
        <source>Go on freely with what you have built. Your progress is kept.</source>
        <translation>接着自由地做实验，学习进度会保留。</translation>
    </message>
    <message>
        <source>Large type, thicker lines, docks folded to their icons.</source>
        <translation>大字号、粗线条，面板折叠为图标。</translation>
    </message>
</context>
<context>
    <name>ClassName</name>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
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
        <source>%1 was not written: %2. Choose another folder or name.</source>
        <translation>%1 未能写入：%2。可另选文件夹或名称。</translation>
    </message>
    <message>
        <source>%1 was not written: the picture is too large for the memory. Make the plot smaller.</source>
        <translation>%1 未能写入：图片太大，内存放不下。把图缩小一些。</translation>
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
        <source>%1 steps in %2 s, fingerprint %3</source>
        <translation>%1 步，用时 %2 秒，指纹 %3</translation>
    </message>
    <message>
        <source>a lesson, %1 tasks, %2 questions; `glassbox-cli lessons verify` proves its answers</source>
        <translation>一课，%1 个任务，%2 个问题；用 `glassbox-cli lessons verify` 可以验证答案</translation>
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
        <source>A folder of the MNIST family holds train-images-idx3-ubyte and train-labels-idx1-ubyte, with .gz or without.</source>
        <translation>MNIST 系列的文件夹中有 train-images-idx3-ubyte 和 train-labels-idx1-ubyte，带不带 .gz 都可以。</translation>
    </message>
    <message>
        <source>%1 is %2, not a data set that the lab knows.</source>
        <translation>%1（%2）不是实验室能识别的数据集。</translation>
    </message>
    <message>
        <source>Open a table (CSV), IDX files, or a folder with them.</source>
        <translation>打开表格（CSV）、IDX 文件，或含有这些文件的文件夹。</translation>
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
        <source>Two round clouds side by side. A straight line parts them, so a single neuron is enough; where the clouds overlap nobody can be always right.</source>
        <translation>并排的两团圆形的点。一条直线就能把它们分开，所以一个神经元就够了；在重叠的地方，谁也不可能总是判对。</translation>
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
        <source>Two spirals wound into each other. The border between them is long and bent, so that two hidden layers learn it far more easily than one. Try how the number of turns decides how large a network is needed.</source>
        <translation>两条互相缠绕的螺旋线。它们之间的边界又长又弯，用两个隐藏层学起来比用一个容易得多。试一试：圈数怎样决定需要多大的网络。</translation>
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
        <source>What to do about input columns that hold words.</source>
        <translation>内容是文字的输入列怎么处理。</translation>
    </message>
    <message>
        <source>a column of 0 and 1 for each word</source>
        <translation>每个词变成一列 0 和 1</translation>
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
        <source>The group %1 is to be repeated %2 times; this version trains a group once.</source>
        <translation>组“%1”要重复 %2 次；这个版本只把每个组训练一次。</translation>
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
        <source>&quot;kind&quot; is &quot;%1&quot;; it should be number or choice.</source>
        <translation>“kind”是“%1”；它应为 number 或 choice。</translation>
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
        <source>There is no action &quot;%1&quot;; known are set, set_weight, network, run, reset, answer.</source>
        <translation>没有操作“%1”；可用的有 set、set_weight、network、run、reset、answer。</translation>
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
        <source>The weight and the move that %1 makes of its gradient.</source>
        <translation>原来的权重，加上“%1”由梯度得出的移动量。</translation>
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
        <source>kept for the way back</source>
        <translation>为反向传播保留的值</translation>
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
        <source>A traced step holds at most 64 samples.</source>
        <translation>记录下来的一步最多含 64 个样本。</translation>
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
        <source>How slowly Adam&apos;s mean of the squared gradients forgets.</source>
        <translation>Adam 的梯度平方的平均值忘得有多慢。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Keeps Adam from dividing by 0.</source>
        <translation>防止 Adam 除以 0。</translation>
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
        <source>predicted class</source>
        <translation>预测类别</translation>
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
        <source>true → predicted, and how sure</source>
        <translation>真实 → 预测，以及把握大小</translation>
    </message>
    <message>
        <source>%1, recognized</source>
        <translation>“%1”，识别正确</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>“%1”误认作“%2”</translation>
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
        <source>A table (CSV), the MNIST family (IDX) or a folder with them. The kind is found by looking.</source>
        <translation>表格（CSV）、MNIST 系列文件（IDX），或存放它们的文件夹。数据的种类会自动识别。</translation>
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
        <source>From %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>通往：%1</translation>
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
    <name>glassbox::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>Memory: 1.1 KB</comment>
        <translation>%1：%2</translation>
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
    <name>glassbox::LessonControls</name>
    <message>
        <source>Network locked</source>
        <translation>网络已锁定</translation>
    </message>
    <message>
        <source>This link cannot be followed here: %1</source>
        <translation>这个链接在这里打不开：%1</translation>
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
</context>
<context>
    <name>glassbox::LookPanel</name>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>There is no picture yet for this network and these data.</source>
        <translation>这个网络和这些数据，暂时没有可看的图像。</translation>
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
        <source>Is it one file, or a folder such as the four MNIST files?</source>
        <translation>数据是一个文件，还是一个文件夹（如 MNIST 的四个文件）？</translation>
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
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
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
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
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
        <source>Update: %1</source>
        <translation>更新公式：%1</translation>
    </message>
    <message>
        <source>Same on every computer</source>
        <translation>各计算机结果相同</translation>
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
        <source>Your own data: CSV, MNIST files</source>
        <translation>你自己的数据：CSV、MNIST 文件</translation>
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
</context>
<context>
    <name>model</name>
    <message>
        <source>New seed</source>
        <translation>换随机种子</translation>
    </message>
</context>
</TS>
