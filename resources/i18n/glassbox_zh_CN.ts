<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins an empty project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build your own network from nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you stopped, or look at somebody&apos;s work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a CSV file or a folder with the MNIST files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on your own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the project with its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file on the disk is replaced only when the new one is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the project under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a variant beside the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work is asked for first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try things freely: every change can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the undone change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains until you pause or a stop rule is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the loss fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains on one batch, then pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what a single update changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains to the end of this epoch, then pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pass over all training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to step 0 with the same initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it to compare two settings fairly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to step 0 with other initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether a result was luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the network as a diagram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag layers, draw wires, watch weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the numbers of one training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where every gradient comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows pictures of what the network has learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision surface, fitted curve, confusion matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds lessons, layers and data away, or shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More room for the diagram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds the plots away, or shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds the settings away, or shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds all docks away, or shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the network to a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large type and thicker lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last row can read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches between the light and the dark theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light for a projector, dark for the evening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all texts in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at once; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all texts in Chinese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the search of the palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows examples, lessons and the last project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Glassbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glassbox is free software under the GPL, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataCaption</name>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Glassbox projects (*.glassbox)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense and embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape and merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>%1 was not written: %2. Choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: the picture is too large for the memory. Make the plot smaller.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 is &quot;%2&quot;; it must be a number between %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workload &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`templates` takes one name, or none for the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project, %1 layers, %2 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights, %1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data (%1), %2 samples of shape %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`check` takes one file or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sound: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`eval` takes one project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights to measure: add --weights FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command takes one project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`explain` needs --element, such as dense1.weight[1,2].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>central difference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`gradcheck` takes one project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: largest relative difference %2 over %3 elements, %4 kinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: the model answer passes with %3 of %4 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lesson &quot;%1&quot;; `glassbox-cli lessons` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with the lessons is not there: it belongs beside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`lessons` is followed by list, verify, or show and the id of a lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`new` takes one line in quotes, such as &quot;input 2 | dense 8 tanh | dense 1 | binary_cross_entropy&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`glassbox-cli help` shows all commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a setting: write key=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training part that is held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project names no data: add --data PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1, epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`train` takes one project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--log is &quot;%1&quot;; it must be steps or epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project does not say when to stop: add --epochs N or --steps N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps in %2 s, fingerprint %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>document</name>
    <message>
        <source>Arrange the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy some in the diagram first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the data&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste %1 layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>%1 is %2; it must lie between %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; it must be one of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a shape such as 784 or 1x28x28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot; here; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a shape: write extents joined by x, such as 784 or 1x28x28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape %1 has more elements than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is named for the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changed since the project was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 holds no data set that the lab knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of the MNIST family holds train-images-idx3-ubyte and train-labels-idx1-ubyte, with .gz or without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, not a data set that the lab knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table (CSV), IDX files, or a folder with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a built-in data set or open a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data source &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation share %1 and the test share %2 leave no training rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each share lies between 0 and 1, and both together below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 part would be empty: its share of %2 rows is less than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this share to 0, make it larger, or use more data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no training rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1 has %2 rows, and each of the %3 parts needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rows of this class, or set the validation and test shares to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc of class 1 inside a ring of class 0. Three hidden units can close a border around the disc; with the inputs squared one unit is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to both coordinates. Above 0.1 the classes touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pixel is a byte and becomes x / 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the digits 0 to 9, drawn by the program with a shaking pen: 28x28 pixels, white on black, as in MNIST. They need no file, and every picture depends on the seed and its number alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pictures are drawn; each digit gets a tenth of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the hand shakes, slants, turns and stretches. 0 draws each digit always in the same way; above 1.5 some cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean width of the pen in pixels; it varies with the jitter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four clouds; a point is of class 1 when exactly one of its coordinates is positive. A single straight line cannot part the classes: this is the smallest data set that needs a hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of a cloud. Above 0.3 the clouds overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two round clouds side by side. A straight line parts them, so a single neuron is enough; where the clouds overlap nobody can be always right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points around a straight line y = w x + b. One dense unit learns it, and its weight and bias can be compared with the true ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true w: how much y grows when x grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true b: y at x = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to y. No model can get its error below it without learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are drawn. More points make the shape clearer and training slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the points that belong to class 1. Away from 0.5 the larger class can win by being guessed always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spirals wound into each other. The border between them is long and bent, so that two hidden layers learn it far more easily than one. Try how the number of turns decides how large a network is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each arm goes round. More turns need more units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to both coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has %3 values, the rows before it %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the file, or leave the row out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is the last column, &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its %1 columns are %2; a number from 1 on will do, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is column %1, &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a header and no rows below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rows; if row 1 is no header, set header to no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no rows with %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows with another number of values were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 empty lines were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the value; if it stands for a missing one, write NA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers with a decimal point in place of the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If row 1 is a header, set header to yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the value, or set task to classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has &quot;%3&quot; in column &quot;%4&quot;, where other rows have numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has &quot;%3&quot; in the target column &quot;%4&quot;, and a regression needs numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set task to classes, or choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has %3 in column &quot;%4&quot;: a number that large or small cannot be held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another unit in this column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 holds &quot;%3&quot; in row %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 holds words, such as &quot;%3&quot; in row %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set text_columns to one_hot for a column of 0 and 1 for each word, or to leave_out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds words and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no input column left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set text_columns to one_hot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of %2 has no values at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the column from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has no value in column &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in, or set missing to leave_out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in, or set missing to leave_out or mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of %1 would become more than %2 columns; the last one was &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set text_columns to leave_out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of %1 has a missing value; none is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set missing to mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows with missing values were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing words of column &quot;%1&quot; are 0 in all its columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing values of column &quot;%2&quot; became its mean, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; of %2 has more than %3 different values: too many to be classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is a number, as the setting task says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is taken as a number (regression).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; of %2 holds only &quot;%3&quot;: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has %2 classes, as the setting task says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; holds words: %2 classes, in the order of the alphabet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has %2 different whole numbers and is taken as classes; set task to regression to predict a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds words and became %2 columns of 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 rows, more than the lab can number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a part of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of numbers in a text file, one column of which is the target. Delimiter, header and kind of target are found by looking; what was found is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or number (from 1) of the column to predict. Empty: the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes are told apart, a regression predicts a number. Found by looking: words and few different whole numbers are classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about empty places, NA, NaN and ?. The mean is taken over all rows of the file, test rows too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about input columns that hold words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column of 0 and 1 for each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the column out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uneven rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about rows with more or fewer values than there are columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between two values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether row 1 holds the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row 1 is a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row 1 holds values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns have no name and are called by their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns repeat a name, such as &quot;%2&quot;, and got a number behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as &quot;CSV UTF-8&quot; and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text: byte %2 is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8: byte %2 does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds only empty lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has one column; a table needs two or more: inputs and a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If its columns are parted by something else than a comma, semicolon, tab or bar, save it anew with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are parted by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row 1 is a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no header; the columns are called by their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row 1 is a summary, not a header: %1 rows, %2 inputs, and the classes %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 has more than %3 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the rows of the file end with line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote that opens in row %1 of %2 is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, or write a quote within a value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2 goes on after the closing quote of &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a quote within a value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: the system gives the code %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, and a file is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the data to a file and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workbook or a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old workbook or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gzip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text in UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text without columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is written, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2 of memory and %3 are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or use a part of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes on for %2 bytes after the end of its gzip data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut off: its gzip data do not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: its gzip data break off after %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsigned bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32-bit whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32-bit numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64-bit numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends after %2 bytes, within the header of an IDX file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes, too few for an IDX file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an IDX file: it begins with the bytes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IDX file of bytes begins with 00 00 08.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 (type code 0x%3), and the lab reads unsigned bytes (type code 0x08) only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file anew with bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it has %2 dimensions; the lab reads 1 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: extent %2 in its header is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, more than the lab can number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, which takes %3 bytes, and the file has %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, more than its %3 bytes of gzip can become.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, and only %3 are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it holds %2 values, and more follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; images need three or more: count, height, width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file with the images; its labels are found beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; labels have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 images and %3 has %4 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use two files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of %1 cannot be found: its name does not hold the word images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the two files like train-images-idx3-ubyte and train-labels-idx1-ubyte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no labels beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file with the word labels in place of images into the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 has no file %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and labels belong together, with .gz or without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of %1 are %2 and those of %3 are %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images are more than the lab can number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels come from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds labels; open the file with the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels are found beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX images (the MNIST family)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and labels as bytes, packed with gzip or not. A folder with train and t10k files brings its own test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two nodes are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version has no layer &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wire from %1 to %2 hangs in the air: one of the two is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no input &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no output &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a loss: nothing can follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no input yet: draw a wire to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes one wire and has %2. Join them with an Add first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies on a closed loop. Use a recurrent layer for memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be switched off: it changes the shape, and what follows needs the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no input: add an Input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no loss: add one behind the last layer, so that there is something to make small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is trained on one loss, and this is a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is applied twice: %2 expects logits and applies it itself. Training becomes slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this layer off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not lead to the loss: it will not be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is to use the weights of &quot;%2&quot;, which has none of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot use the weights of %2: their shapes differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group %1 names &quot;%2&quot;, which is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group %1 is to be repeated %2 times; this version trains a group once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version can draw %1 but not yet train it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is empty: add an Input, layers and a loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between two bars; write a layer such as dense 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;from&quot; needs the name of a node to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node before this one is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node: use letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the name &quot;%1:&quot; a layer must follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;; `glassbox-cli layers` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand behind %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot stand on a wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wire needs a node at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This wire would close a loop: %1. Use a recurrent layer for memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This wire is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder; a file is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a pipe; a file on a disk is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a socket; a file on a disk is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a device; a file on a disk is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or renamed; choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to read this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner, or open a copy in a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of this file is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file on a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not read this file to its end (system code %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or open another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: %1 bytes were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or choose another folder. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This disk does not take a file of %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another disk. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is read-only: the file was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not there: the file was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, or its disk taken out; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of this file is too long: it was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads in a circle: the file was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open at this moment: the file was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs and try again. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not take the file (system code %1): it was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is %1 bytes long; a file of this kind may have at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the right file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name for the file is missing: nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name behind the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link to a file that is not there: nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is marked read-only: it was not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or take the mark away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was saved, but the disk did not confirm it (system code %1): a power cut could still take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again, or save to another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the weights that were trained for this project and these data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use weights that were trained with this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no weights &quot;%1&quot;; the network needs %2 there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;%1&quot; are %2 in the network and %3 in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has weights &quot;%1&quot; (%2) that the network has no place for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights were trained with another network (its mark is %1, here it is %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights were trained for the classes %1, and the data have %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights were trained on the columns %1, and the data have %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be words in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a list in [ ].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be values with names in { }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values with names in { } should stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should lie between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be 16 digits from 0 to 9 and a to f, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be a whole number of 0 or more; above %2 its digits stand in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is not known here; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text ends before it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may have been cut off; use another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is %1 bytes long: that is more than can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which does not belong here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 without BOM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is UTF-16 text; UTF-8 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zero byte stands here, so this is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes here are not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a web page, not the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 values up to here: that is more than can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number %1 is larger or smaller than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice in the same { }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the right one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more text behind the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out, or use another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not written as a number in JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers look like 12, -0.5 or 1e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not belong here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a comma, colon, quote or bracket that is missing or too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break or another control character stands inside quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the closing quote missing? A line break is written \n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backslash is followed here by something that JSON does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \\ for a backslash itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project cannot be saved as it is, because it could not be opened again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be %1 bytes long, and %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its settings is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it would come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights were saved with this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it, then save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the weights that were saved with the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the original file back, or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole number %1 is too large; %2 is the largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting should be a number, words in quotes, true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 settings here; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name for a node: letters, digits and _, a letter first, at most 40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot; in this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port: write the node, a point and the port, as in dense1.out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has %1 nodes; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1 does not exist: %2 classes are named, and they count from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels of this drawing are not base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing has %1 pixels; %2 x %3 were promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares of the parts are together more than 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 values and &quot;step&quot; has %3: they should have as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This curve has %1 points; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 stands behind step %2: steps of a curve should ascend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run &quot;%1&quot; stands before this one, which branched from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a weights file beside the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: &quot;glassbox&quot; with the file version is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file that ends in .glassbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Glassbox saved this project: its file version is %1, and this program reads up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the newer Glassbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has %1 runs; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor holds numbers of type %1; only F32, F64, F16 and BF16 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as F32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor has %1 axes; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor has no elements: one of its extents is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor has more elements than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;data_offsets&quot; should be two whole numbers: first byte and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor&apos;s range is reversed: it begins at %1 and ends at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 of type %2 needs %3 bytes, and its range has %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 remarks; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of %1 begins at %2, inside the one before it, which ends at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a hole before %1: bytes %2 to %3 belong to no tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of %1 ends at %2, and the file holds %3 bytes of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensors end at byte %1 of the numbers, and the file holds %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may have been cut off, or it is not a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has only %1 bytes; 8 come first in a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header would be %1 bytes long; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header would be %1 bytes long, and the file has %2 behind its length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header does not begin with {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 tensors; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of %1 is too large for 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One weight and one bias learn the line through a cloud of points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single neuron draws the straight border between two clouds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest problem that needs a hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers bend a border around two spirals; watch what each neuron contributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits, one layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax regression: each digit gets one weight per pixel, and the weights look like ghosts of the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits, one hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first network that reads handwriting well: 128 hidden units with dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>784-128-64-10: the digit recognizer of the lessons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a kernel set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use v2, v3 or v4, or leave the variable unset for the best one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This processor cannot run the kernel set %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best one here is %1; leave the variable unset to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take tokens: it needs numbers. Put an Embedding before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope of the activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 applied to one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How steep %1 is here: what share of the gradient it lets through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient that arrives at the output, times the slope of %1 at this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot add %1 and %2: its inputs must have the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the numbers that arrive on the wires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum hands its gradient on to every wire unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what arrives on its wires, number by number. With a wire past a few layers it makes a residual connection: the gradient has a straight way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of one answer: minus the logarithm of the probability given to what is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of &quot;yes&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of &quot;yes&quot; minus the right answer, divided by how many answers there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For yes or no. Takes a logit, turns it into a probability by the sigmoid and measures how surprising the right answer was. ln 2 = 0.693 is what guessing costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take a picture: it gets %1 and needs a flat list of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a Flatten before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of unit %1: each input times its weight, and the bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss changes with input %1: every unit that reads it passes its gradient back through the weight between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss changes when the weight from input %1 to unit %2 grows a little: per sample the unit&apos;s gradient times the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss changes when the bias of unit %1 grows a little: the sum of the unit&apos;s gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs plus a bias. The basic building block: it can mix anything with anything, and most of a small network&apos;s parameters are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many outputs, each with its own weights. More units can follow finer detail and cost more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number added to each output, so that it need not be 0 when all inputs are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With &quot;auto&quot; the number of units follows the number of classes when other data are opened; the lab says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights are drawn. &quot;As set for training&quot; uses the choice in the training settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as set for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by chance for this step: 0 drops the number, else it is divided by what share stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number times its mask: 0 where it is dropped in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dropped number gets no gradient; the others&apos; grows like the number did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While training, switches off a random share of the numbers in every step, so that no unit can rely on a single other one. Reduces overfitting; does nothing when the network is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share is switched off in each step; 0.2 to 0.5 is usual, 0 switches the layer off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number, in a list in place of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of the same number in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a picture or a sequence as one list of numbers, row after row. Dense layers need it; the numbers stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the samples enter. Its shape is that of one sample: 784 numbers, a 1x28x28 picture, 10 time steps of 3 numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents of one sample, joined by x. Pictures are channels x height x width, sequences time x features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, or whole-number tokens for an Embedding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which array of the data feeds it, when the data have several inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compares numbers, and gets tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The squared difference between prediction and target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the difference between prediction and target, divided by how many there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers. The average of the squared differences between prediction and target: large misses count much more than small ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the loss. Some texts use 1/2, so that the 2 of the derivative cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and deviation are measured on the training part before the first step and do not change then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many standard deviations this number lies above the mean of the training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient divided by the standard deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts and scales the data so that each feature has mean 0 and deviation 1 on the training part. Features of different size then weigh alike, and training needs fewer steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps positive numbers and turns negative ones into 0. Cheap, and its gradient does not shrink: the usual choice for hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns any number into one between 0 and 1, so that it can be read as a probability. Its slope is at most 1/4: deep stacks of it lose the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponential of number %1 as a share of the sum of all exponentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output depends on every input: each passes its gradient back through its own entry of the Jacobian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a list of numbers into shares that are positive and sum to 1. The loss &quot;softmax cross-entropy&quot; applies it itself: do not put this layer before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs one number per class, and gets %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs one number per class, at least two; with one number use binary cross-entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of one sample: minus the logarithm of the probability given to the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability the network gives to class %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the right class: the gradient is its probability minus 1, divided by the number of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This class is wrong: the gradient is the probability it was given, divided by the number of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For one of several classes. Takes logits, turns them into probabilities and measures how surprising the right class was: 0 when it got probability 1, ln(classes) when the network only guesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends numbers smoothly into -1 to 1. Good for small networks; far from 0 it is flat and lets little gradient through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The English page speaks of &quot;%1&quot;; the Chinese page never says %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Chinese page says %1; the glossary&apos;s word for &quot;%2&quot; is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no weight %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least squares need one input and numbers to predict; these data have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least squares are computed for up to %1 inputs and %2 samples; these data have %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a plain file in the lesson&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson was written for a newer Glassbox: its version is %1, and this program reads up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;block&quot; should be one letter from A to F.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson names no skill in &quot;skills&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has no task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson names no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an id: small letters, digits, - and _, at most 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand in &quot;%2&quot;; known are %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, words in quotes, true or false should stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a project in the lesson&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no built-in data &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;kind&quot; is &quot;%1&quot;; it should be number or choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice needs at least two possibilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; has no condition: it could never be solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no condition &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has no question &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question &quot;%1&quot; has no choice &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question &quot;%1&quot; is answered in another way: its kind and this one should be the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;; known are set, set_weight, network, run, reset, answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address &quot;%1&quot; should begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no block &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write ::: %1, its text, and ::: behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lesson.json has no task &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lesson.json has no question &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices here are &quot;%1&quot;; in lesson.json they are &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows no picture; a lesson has at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an SVG drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds &quot;%2&quot;; a lesson&apos;s drawing may only draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be listed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another lesson in this folder has the id &quot;%1&quot; too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another lesson in this folder has the number %1 too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page has one title; use ## for its sections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control character stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden mark that changes the reading direction stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page begins with its title: # and a space, then the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ::: closes a block, but none is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; is still open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it with ::: on a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no block &quot;%1&quot;; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind &quot;%1&quot; its id should stand: small letters, digits and _, at most 40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the id of a hint its grade should stand: 1, 2 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the id of a task its title should stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not belong here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This block stands twice on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice begins with its key in brackets: small letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice &quot;%1&quot; has no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice &quot;%1&quot; stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it with ``` on a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page takes no HTML, so a &lt; outside code and formulas is written \&lt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footnotes are not shown in the lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the remark into the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that begins with this ` does not close on its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula that begins with this $ does not close on its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dollar sign in the text is written \$.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This formula is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is written ![what it shows](file.svg).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture needs words between [ and ] for readers who cannot see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a picture in the lesson&apos;s folder: letters, digits, - and _, ending in .svg, without a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link that begins here is not closed by a round bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads nowhere that a lesson may lead: it is https:// or lab: and one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This } closes nothing in the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab does not know the formula command \%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This \right has no \left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab does not know the formula environment &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This \end{%1} closes nothing in the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this formula %1 is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Glassbox saved this progress: its version is %1, and this program reads up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value that passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest value that passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This condition has no bound: give &quot;at_most&quot; or &quot;at_least&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is at least %1 and at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least squares give a training loss to compare with: use metric &quot;loss&quot; and part &quot;train&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of %1 from its best value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers with weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand and by training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which question of the lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure of the model as it is now lies within bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which part of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bounds are multiples of this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least-squares loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One weight lies near a value, or near its least-squares value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as dense1.weight[0,0].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the page calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it should be near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used with the target &quot;value&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest distance that passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that is counted lies within bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of layers: which type; without it all that have weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training setting had a value during the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of the training settings, such as rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value, as on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights were set by hand before any step, or found by training from the initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are the ones the lesson began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question was answered with a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question was answered with a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the right choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson keeps no figures for this task: &quot;measured&quot; should say seeds %1, passed %2, init %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson says %1 of %2 seeds with %3; now it is %4 of %5 with %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab cannot be set up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With seed %1 the task is solved before anything was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With seed %1 the model answer cannot be carried out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answer passes with %1 of %2 seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answer passes although it was broken (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page %1 has %2 words; a lesson has %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page %1 has no formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be explained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several layers read this number: the gradients they pass back are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace has no array &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the losses of all items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight moves against its gradient, by the learning rate times the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight and the move that %1 makes of its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no array &quot;%1&quot;; %2 has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies outside: %2 has the shape %3, numbered from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number comes from the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not trained: it has no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of each item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of the loss in the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient passed back through a wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step needs at least one sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A traced step holds at most 64 samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample %1: the data have %2, numbered from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an element: write the name of an array and an index, such as dense1.weight[1,2].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now has %2 units, one for each class of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have no training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expects tokens, and the data hold numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expects numbers, and the data hold tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the shape %2, and one sample of the data has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the input&apos;s shape to %1 or open other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 compares numbers, and the data have %2 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use softmax cross-entropy for classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gives %1 numbers per sample, and the data have %2 to compare them with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expects classes, and the data have numbers to be met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the mean squared error for numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gives %1 answers per sample, and the data have %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is for two classes, and the data have %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use softmax cross-entropy with one output per class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has %1 outputs, and the data have %2 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the last layer %1 units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes all training samples for every step: the exact gradient, one step per epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent on mini-batches: a noisy gradient, many cheap steps per epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with inertia: steps in the same direction add up, zigzags cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every weight its own step size from running means of its gradient and squared gradient. Forgiving about the rate; 0.001 is the usual start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns gradients into changes of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step goes. Too small: nothing moves; too large: the loss jumps or grows without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the last step&apos;s movement is kept. 0.9 is usual; it smooths the way through narrow valleys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the gradients forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the squared gradients forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps Adam from dividing by 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds L2 times the weight to its gradient: large weights are pulled towards 0. Weights only, not biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each step moves every weight towards 0 by rate times L1 and stops there, so that zeros are exact. Weights only, not biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples per step. Small batches give noisy gradients and many steps, large ones smooth gradients and few. Gradient descent takes all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops after so many passes over the training part; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops after so many steps; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops when the mean training loss of an epoch is below; 0 never stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights are drawn. Their size decides whether signals and gradients survive many layers. Biases start at 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a new order of the training samples in every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same results on every computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses only arithmetic that every x86-64 computer does alike. Slower; on when grading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides all that is drawn by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped at step %1: the output of %2 is not a number. The rate %3 is the likely cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset and try a rate ten times smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data to train on: choose a data set first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start weights do not fit this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::CanvasTools</name>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out  Ctrl+−</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in  Ctrl++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit  Ctrl+0
Shows the whole network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: %1. Back to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ClassCounts</name>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 training, %3 validation, %4 test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ConfusionMargins</name>
    <message>
        <source>recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in a cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ConfusionView</name>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right of all %2 %3 samples</source>
        <comment>97.0 % right of all 1 000 test samples</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right of %2, every %3th of %4 %5 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true → predicted, and how sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::CurvesPanel</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no validation or test part to measure on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update / weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::DataPanel</name>
    <message>
        <source>Open data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table (CSV), the MNIST family (IDX) or a folder with them. The kind is found by looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data that the lab makes, or open your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · hollow: test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::DataPreview</name>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer here from the list on the left, or begin with an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train its weights again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight from input %1 to unit %2. Click to see its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias of unit %1. Click to see its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What unit %1 of %2 gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other input to draw a wire to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire to %1: Enter draws it, arrows choose another, Esc stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from here to an input to draw a wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to an output to draw a wire; a wired port lets its wire go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>Memory: 1.1 KB</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::FitView</name>
    <message>
        <source>Fitted curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: how far off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 the network gives %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::HeatMap</name>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>row 2, column 3: 0.17</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::Histogram</name>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::InspectorPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::IssueCard</name>
    <message>
        <source>Issue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::IssueList</name>
    <message>
        <source>No issues: the network can be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 issues, 1 hint</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::LookPanel</name>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet for this network and these data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::MainWindow</name>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters · %2 for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which data?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it one file, or a folder such as the four MNIST files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Glassbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Glassbox&lt;/b&gt; %1&lt;p&gt;Build a network, train it, and look inside.&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Lesson texts: CC BY-SA 4.0. What you export is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::NodeItem</name>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label ← %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::NodePage</name>
    <message>
        <source>%1 FLOP / sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MFLOP / sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GFLOP / sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pass through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input → output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes follow when the layer is wired and its issues are solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents of one sample; the batch comes in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It uses another layer&apos;s weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that training changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, their gradients, and what the optimizer keeps for each; 4 bytes a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What forward keeps for backward, and the gradients of it; 4 bytes a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additions and multiplications for one sample; backward takes about twice as many.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::Palette</name>
    <message>
        <source>%1, key %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ParamEditor</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ParamRow</name>
    <message>
        <source>use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed during this run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::Plot</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Press Run and the curve appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step 400</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>step 200 to 400</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>training 0.0754</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 %3: %4%5.</source>
        <comment>Loss at step 400: training 0.08, test 0.1, log scale.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose by the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 picture (*.%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::SampleStrip</name>
    <message>
        <source>%1, probability %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::SliderField</name>
    <message>
        <source>A whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::StatusStrip</name>
    <message>
        <source>No issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glassbox::SurfaceView</name>
    <message>
        <source>Output over the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(class %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P of the likeliest class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hollow: test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::TileMaker</name>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::ToolBar</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>600 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Pace&lt;/b&gt;&lt;br&gt;How many steps a second. It only waits between steps and changes no number.&lt;br&gt;Slow down to watch a small network learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Seed&lt;/b&gt;&lt;br&gt;Decides everything that is drawn by chance: weights, order of the samples, dropout.&lt;br&gt;The same seed gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;中文 / English&lt;/b&gt;&lt;br&gt;Switches the language of the whole program.&lt;br&gt;Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::TrainingForm</name>
    <message>
        <source>Can be changed when the training is paused and started anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small. It is a layer of the diagram: add or replace it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::WeightLegend</name>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width = |g| / largest in layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width = |w| / largest in layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassbox::WeightsView</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values, drawn to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values, cell = mean of %2×%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <source>There is not enough memory for these data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is never trained on: it shows how the network does on new ones. Data that come with a test part keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples by which settings are chosen, so that the test part stays untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides what is drawn and which samples go into which part. The same seed gives the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this project lie outside its folder: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read only when you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on the tile in place of the layer&apos;s title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights stay as they are while the others are trained: what a layer has learned is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes its input through unchanged: shows what the layer is good for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the first weights, the order of the samples and all else that is drawn by chance. The same seed gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training samples that is kept back to choose settings by. The test part stays untouched until the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
