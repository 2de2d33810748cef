<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Evenlight</name>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Align grids</source>
            <translation>Pixelgitter angleichen</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Brings images to one grid: pixel size, coordinate system, extent</source>
            <translation>Bringt Bilder auf ein Gitter: Pixelgröße, Koordinatensystem, Ausdehnung</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>resample,reproject,warp,snap,target aligned pixels,tap,resolution,pixel size,grid,extent,clip,stack,crs</source>
            <translation>resampeln,Resampling,umprojizieren,reprojizieren,transformieren,warp,einrasten,target aligned pixels,tap,Auflösung,Pixelgröße,Pixelraster,Gitter,Ausdehnung,zuschneiden,Stapel,KBS</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>&lt;p&gt;Writes every image with pixels of one common grid, for tools that compare pixel by pixel. An image that has these pixels already is copied exactly; others are resampled once.&lt;/p&gt;&lt;p&gt;Each result covers its image's ground; with an extent all cover that and can be stacked. Where an image shows nothing a result has no data, never made-up pixels: a pixel counts where its centre falls on a valid one, with average where it has any.&lt;/p&gt;&lt;p&gt;Where images lie a little beside each other on the ground, align them to a reference first: this tool believes what the files say.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Schreibt jedes Bild mit den Pixeln eines gemeinsamen Gitters, für Werkzeuge, die Pixel für Pixel vergleichen. Ein Bild, das diese Pixel schon hat, wird genau kopiert; andere werden einmal neu abgetastet.&lt;/p&gt;&lt;p&gt;Jedes Ergebnis deckt den Boden seines Bildes ab; mit einer Ausdehnung decken alle diese ab und lassen sich stapeln. Wo ein Bild nichts zeigt, hat ein Ergebnis Nodata, nie erfundene Pixel: Ein Pixel zählt, wenn seine Mitte auf ein gültiges fällt, beim Mittelwert, wenn es irgendein gültiges enthält.&lt;/p&gt;&lt;p&gt;Wo Bilder am Boden ein wenig gegeneinander versetzt sind, diese zuerst an einer Referenz ausrichten: Dieses Werkzeug glaubt, was die Dateien sagen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>{} on one grid</source>
            <translation>{} auf einem Gitter</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Raster layers or files; they may differ in grid, resolution, coordinate system and bands.</source>
            <translation>Rasterlayer oder Dateien; sie dürfen sich in Gitter, Auflösung, Koordinatensystem und Kanälen unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images that were copied exactly</source>
            <translation>Genau kopierte Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images on one grid</source>
            <translation>Bilder auf einem Gitter</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Use saved adjustments</source>
            <translation>Gespeicherte Anpassungen anwenden</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Applies saved gains and offsets to images</source>
            <translation>Wendet gespeicherte Gains und Offsets auf Bilder an</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,apply adjustments,gain,offset,json,spectralmatch</source>
            <translation>radiometrisch,Normalisierung,Farbausgleich,Farbangleichung,Anpassungen anwenden,Gain,Offset,json,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>&lt;p&gt;Applies the gains and offsets that &lt;i&gt;Global regression&lt;/i&gt; saved, or a file of the same kind written by spectralmatch.&lt;/p&gt;&lt;p&gt;An image is found in the file by its path or, when the path is not there, by its name. So corrections measured on reduced copies can be applied to the full images.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Wendet die Gains und Offsets an, die &lt;i&gt;Globale Regression&lt;/i&gt; gespeichert hat, oder eine gleichartige Datei von spectralmatch.&lt;/p&gt;&lt;p&gt;Ein Bild wird in der Datei über seinen Pfad gefunden oder, wenn der Pfad nicht vorkommt, über seinen Namen. So lassen sich Korrekturen, die an verkleinerten Kopien gemessen wurden, auf die vollen Bilder anwenden.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>{} adjusted</source>
            <translation>{} angepasst</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Adjustments file</source>
            <translation>Anpassungsdatei</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Choose the JSON file that the global regression of these images saved.</source>
            <translation>Die JSON-Datei wählen, die die globale Regression dieser Bilder gespeichert hat.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Balance</source>
            <translation>Farben angleichen</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Makes overlapping images agree, globally and block by block, in one pass</source>
            <translation>Gleicht überlappende Bilder global und Block für Block aneinander an, in einem Durchgang</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,harmonization,harmonisation,color correction,colour correction,color balancing,colour balance,color matching,colour matching,exposure,brightness,contrast,tone,white balance,flat field,dodging,haze,illumination,vignetting,seamless mosaic,overlap area,reference image,bundle,gain,offset,block,seam</source>
            <translation>radiometrisch,relative Normalisierung,normalisieren,harmonisieren,Harmonisierung,Farbkorrektur,color balancing,harmonize,Farbausgleich,Farbangleichung,Belichtung,Helligkeit,Kontrast,Tonwert,Weißabgleich,Flatfield,Dodging,Dunst,Beleuchtung,Vignettierung,nahtloses Mosaik,Überlappungsbereich,Referenzbild,Bündel,Gain,Offset,Block,Naht</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>&lt;p&gt;Makes overlapping images agree: first by one gain and offset per image and band (as &lt;i&gt;Global regression&lt;/i&gt;), then block by block where differences vary inside the images (as &lt;i&gt;Local block adjustment&lt;/i&gt;).&lt;/p&gt;&lt;p&gt;The result is that of the two tools run in turn, within one step of rounding, but pixels are read twice and written once only, and no image in between is rounded or clipped. Run the two tools instead when you want to look at the images after the first.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gleicht überlappende Bilder aneinander an: zuerst durch einen Gain und einen Offset je Bild und Kanal (wie &lt;i&gt;Globale Regression&lt;/i&gt;), dann Block für Block, wo Unterschiede innerhalb der Bilder schwanken (wie &lt;i&gt;Lokale Blockanpassung&lt;/i&gt;).&lt;/p&gt;&lt;p&gt;Das Ergebnis ist bis auf einen Rundungsschritt das der beiden nacheinander ausgeführten Werkzeuge, aber die Pixel werden nur zweimal gelesen und einmal geschrieben, und kein Zwischenbild wird gerundet oder abgeschnitten. Die beiden Werkzeuge einzeln ausführen, um die Bilder nach dem ersten Werkzeug anzusehen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>{} balanced</source>
            <translation>{} angeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Give it when images are added to a set balanced before: images that are only in the file still shape the result. All images of this run are read, because blocks need more than the file holds.</source>
            <translation>Angeben, wenn Bilder zu einer früher angeglichenen Menge hinzukommen: Bilder, die nur in der Datei stehen, prägen das Ergebnis weiterhin mit. Alle Bilder dieses Laufs werden gelesen, weil Blöcke mehr brauchen, als die Datei enthält.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Balance and mosaic</source>
            <translation>Farben angleichen und Mosaik</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>One seamless raster from overlapping images whose colours differ, in one run</source>
            <translation>Ein nahtloses Raster aus überlappenden Bildern verschiedener Farben, in einem Lauf</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,stitch,blend,feather,color correction,colour correction,color balancing,colour balance,harmonize,harmonise,normalize,normalise,relative normalization,relative normalisation,exposure,brightness,tone,white balance,flat field,seam,join,combine,drone,aerial,one click,OTB,spectralmatch</source>
            <translation>nahtloses Mosaik,Orthomosaik,Orthophoto,zusammenführen,Stitching,überblenden,Feather,Farbkorrektur,color balancing,seamless mosaic,merge,Farbausgleich,Farbangleichung,harmonisieren,normalisieren,relative Normalisierung,Belichtung,Helligkeit,Tonwert,Weißabgleich,Flatfield,Naht,verbinden,kombinieren,Drohne,Luftbild,ein Klick,OTB,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>&lt;p&gt;Makes overlapping images agree as &lt;i&gt;Balance&lt;/i&gt; does and joins them as &lt;i&gt;Mosaic&lt;/i&gt; does, with seams along the least visible paths. Nothing is written in between: every pixel is corrected and blended before it is rounded, and images that do not lie on the mosaic's grid are resampled once.&lt;/p&gt;&lt;p&gt;The images are enough to begin with. Name those whose colours are right, if there are some, and mask clouds, water or changed fields when they mislead the others. The log says how well the images agree before and after.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Balance&lt;/i&gt;, &lt;i&gt;Seamlines&lt;/i&gt; and &lt;i&gt;Mosaic&lt;/i&gt; one after the other to keep the balanced images, or to look at each step.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gleicht überlappende Bilder an, wie es &lt;i&gt;Farben angleichen&lt;/i&gt; tut, und fügt sie zusammen, wie es &lt;i&gt;Mosaik&lt;/i&gt; tut, mit Nähten entlang der am wenigsten sichtbaren Wege. Dazwischen wird nichts geschrieben: Jedes Pixel wird korrigiert und überblendet, bevor es gerundet wird, und Bilder, die nicht auf dem Gitter des Mosaiks liegen, werden einmal neu abgetastet.&lt;/p&gt;&lt;p&gt;Für den Anfang genügen die Bilder. Falls es Bilder mit richtigen Farben gibt, diese nennen; Wolken, Wasser oder veränderte Felder maskieren, wenn sie die anderen in die Irre führen. Das Protokoll sagt, wie gut die Bilder vorher und nachher übereinstimmen.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Farben angleichen&lt;/i&gt;, &lt;i&gt;Nahtlinien&lt;/i&gt; und &lt;i&gt;Mosaik&lt;/i&gt; nacheinander ausführen, um die angeglichenen Bilder zu behalten oder jeden Schritt anzusehen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Align the images first</source>
            <translation>Bilder zuerst ausrichten</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Turn it on when the images do not lie exactly alike: roads or roofs break at seams. Each image is shifted so that all overlaps agree best, and all are resampled once. Use 'Align overlapping images together' for other transforms, fixed images or local warps.</source>
            <translation>Einschalten, wenn die Bilder nicht genau übereinander liegen: Straßen oder Dächer brechen an Nähten. Jedes Bild wird so verschoben, dass alle Überlappungen am besten übereinstimmen, und alle werden einmal neu abgetastet. Für andere Transformationen, feste Bilder oder lokale Entzerrung „Überlappende Bilder gemeinsam ausrichten“ verwenden.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Save seam polygons</source>
            <translation>Nahtpolygone speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Which image gives which ground, as polygons. Save them to move a seam by hand and give the file back as edited seam polygons.</source>
            <translation>Welches Bild welchen Boden liefert, als Polygone. Speichern, um eine Naht von Hand zu verschieben und die Datei als bearbeitete Nahtpolygone zurückzugeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Tooltips and the page behind the Help button explain all parameters.</source>
            <translation>Tooltips und die Seite hinter der Schaltfläche Hilfe erklären alle Parameter.</translation>
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Evenlight needs the Python packages {}. QGIS's full installers bring them; without them {}.</source>
            <translation>Evenlight braucht die Python-Pakete {}. Die vollständigen Installationspakete von QGIS bringen sie mit; fehlen sie: {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Phase correlation: shifts, fast</source>
            <translation>Phasenkorrelation: Verschiebungen, schnell</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ECC: rotation and scale too (needs OpenCV)</source>
            <translation>ECC: auch Drehung und Maßstab (braucht OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Features: large displacements (needs OpenCV)</source>
            <translation>Merkmale: große Versätze (braucht OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>SIFT: the most accurate</source>
            <translation>SIFT: am genauesten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ORB: the fastest</source>
            <translation>ORB: am schnellsten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>AKAZE: keeps edges</source>
            <translation>AKAZE: erhält Kanten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Learned, from an ONNX file (needs onnxruntime)</source>
            <translation>Gelernt, aus einer ONNX-Datei (braucht onnxruntime)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exact: the name, with or without extension, or the path</source>
            <translation>Genau: der Name, mit oder ohne Endung, oder der Pfad</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Contains: a part of the name</source>
            <translation>Enthält: ein Teil des Namens</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Translation: a shift</source>
            <translation>Translation: eine Verschiebung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Similarity: with rotation and scale</source>
            <translation>Ähnlichkeit: mit Drehung und Maßstab</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with shear too</source>
            <translation>Affin: auch mit Scherung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear mesh for each image</source>
            <translation>Bilineares Netz für jedes Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Huber: they count less</source>
            <translation>Huber: sie zählen weniger</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cauchy: they count much less</source>
            <translation>Cauchy: sie zählen viel weniger</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: they count like all others</source>
            <translation>Keine: sie zählen wie alle anderen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Brute force: compares all points</source>
            <translation>Brute Force: vergleicht alle Punkte</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>FLANN: faster with many points</source>
            <translation>FLANN: schneller bei vielen Punkten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The reference image</source>
            <translation>Ein nahtloses Raster aus überlappenden Bildern mit verschiedenen Farben, in einem Lauf</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of all images</source>
            <translation>Der Mittelwert aller Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images: without clouds that pass</source>
            <translation>Der Median aller Bilder: ohne vorbeiziehende Wolken</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Euclidean: with rotation</source>
            <translation>Euklidisch: mit Drehung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with scale and shear too</source>
            <translation>Affin: auch mit Maßstab und Scherung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Homography: a perspective</source>
            <translation>Homographie: eine Perspektive</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Reflect the image</source>
            <translation>Das Bild spiegeln</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Repeat the nearest pixel</source>
            <translation>Das nächste Pixel wiederholen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shrink the window</source>
            <translation>Das Fenster verkleinern</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Global: each image as a whole</source>
            <translation>Global: jedes Bild als Ganzes</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Adaptive: part by part, with limited contrast (CLAHE)</source>
            <translation>Adaptiv: Teil für Teil, mit begrenztem Kontrast (CLAHE)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common: one lookup table for all images</source>
            <translation>Gemeinsam: eine Tabelle (LUT) für alle Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The nearest pixel</source>
            <translation>Das nächste Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>A mean of the pixels around (inverse distance)</source>
            <translation>Ein Mittel der Pixel ringsum (inverse Distanz)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting after Telea (needs OpenCV)</source>
            <translation>Inpainting nach Telea (braucht OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting by fluid dynamics, Navier-Stokes (needs OpenCV)</source>
            <translation>Inpainting nach der Strömungslehre, Navier-Stokes (braucht OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Another image, balanced to what surrounds the hole</source>
            <translation>Ein anderes Bild, an die Umgebung des Lochs angeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of the pixels around</source>
            <translation>Der Median der Pixel ringsum</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest of the nearest pixels (dilation)</source>
            <translation>Der größte der nächsten Pixelwerte (Dilatation)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's row</source>
            <translation>Der Mittelwert der Bildzeile</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's column</source>
            <translation>Der Mittelwert der Bildspalte</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Variance</source>
            <translation>Varianz</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Standard deviation</source>
            <translation>Standardabweichung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Mean</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The ground that both images show</source>
            <translation>Der Boden, den beide Bilder zeigen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All pixels of both images</source>
            <translation>Alle Pixel beider Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: the condition below</source>
            <translation>Keine: die Bedingung unten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Vegetation (NDVI; needs red and near infrared)</source>
            <translation>Vegetation (NDVI; braucht Rot und nahes Infrarot)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Water (NDWI; needs green and near infrared)</source>
            <translation>Wasser (NDWI; braucht Grün und nahes Infrarot)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds (needs blue, red and short-wave infrared)</source>
            <translation>Wolken (braucht Blau, Rot und kurzwelliges Infrarot)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shadows (needs green, near and short-wave infrared)</source>
            <translation>Schatten (braucht Grün, nahes und kurzwelliges Infrarot)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds and shadows, learned (OmniCloudMask)</source>
            <translation>Wolken und Schatten, gelernt (OmniCloudMask)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Feather: within a strip along the seam</source>
            <translation>Feather: in einem Streifen entlang der Naht</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Multi-band: smooth tones, sharp detail</source>
            <translation>Mehrskalen: weiche Töne, scharfe Details</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: pixels keep their values</source>
            <translation>Keine: Pixel behalten ihre Werte</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>One image, with seams between them</source>
            <translation>Ein Bild, mit Nähten dazwischen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The first image of the list</source>
            <translation>Das erste Bild der Liste</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The last image of the list</source>
            <translation>Das letzte Bild der Liste</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images</source>
            <translation>Der Median aller Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The smallest value</source>
            <translation>Der kleinste Wert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest value</source>
            <translation>Der größte Wert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least visible: where images differ least</source>
            <translation>Am wenigsten sichtbar: wo sich Bilder am wenigsten unterscheiden</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Distance: in the middle of overlaps</source>
            <translation>Abstand: in der Mitte der Überlappungen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Rank: the image of the highest rank</source>
            <translation>Rang: das Bild mit dem höchsten Rang</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Single precision (32 bits)</source>
            <translation>Einfache Genauigkeit (32 Bit)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Double precision (64 bits)</source>
            <translation>Doppelte Genauigkeit (64 Bit)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: taken out where levels run away</source>
            <translation>Automatisch: entfernt, wo Niveaus davonlaufen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always taken out</source>
            <translation>Immer entfernt</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never taken out</source>
            <translation>Nie entfernt</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: no data in images that declare none</source>
            <translation>Automatisch: Nodata in Bildern, die keines angeben</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always no data</source>
            <translation>Immer Nodata</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never: borders are data</source>
            <translation>Nie: Ränder sind Daten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Linear: multiplies</source>
            <translation>Linear: multipliziert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gamma: changes middle tones most</source>
            <translation>Gamma: ändert mittlere Töne am meisten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset: gamma on shifted values</source>
            <translation>Offset: Gamma auf verschobenen Werten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Additive: adds</source>
            <translation>Additiv: addiert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Robust: rejects clouds and change</source>
            <translation>Robust: verwirft Wolken und Veränderung</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least squares of means and standard deviations</source>
            <translation>Kleinste Quadrate von Mittelwerten und Standardabweichungen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain and offset</source>
            <translation>Gain und Offset</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain only: zero stays zero</source>
            <translation>Nur Gain: Null bleibt Null</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset only: differences keep their size</source>
            <translation>Nur Offset: Differenzen behalten ihre Größe</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: they stay, the others follow them</source>
            <translation>Einschließen: sie bleiben, die anderen folgen ihnen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: all other images shape the result</source>
            <translation>Ausschließen: alle anderen Bilder prägen das Ergebnis</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shape: they are balanced together, the others follow</source>
            <translation>Prägen: untereinander angeglichen, die anderen folgen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>GeoTIFF</source>
            <translation>GeoTIFF</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cloud optimized GeoTIFF (COG)</source>
            <translation>Cloud Optimized GeoTIFF (COG)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Virtual raster (VRT): no pixel is copied</source>
            <translation>Virtuelles Raster (VRT): kein Pixel wird kopiert</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As each image</source>
            <translation>Wie jedes Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Byte: 8 bits, unsigned</source>
            <translation>Byte: 8 Bit, ohne Vorzeichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt16: 16 bits, unsigned</source>
            <translation>UInt16: 16 Bit, ohne Vorzeichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int16: 16 bits, signed</source>
            <translation>Int16: 16 Bit, mit Vorzeichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt32: 32 bits, unsigned</source>
            <translation>UInt32: 32 Bit, ohne Vorzeichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int32: 32 bits, signed</source>
            <translation>Int32: 32 Bit, mit Vorzeichen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float32: floating point, 32 bits</source>
            <translation>Float32: Gleitkomma, 32 Bit</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float64: floating point, 64 bits</source>
            <translation>Float64: Gleitkomma, 64 Bit</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All common pixels</source>
            <translation>Alle gemeinsamen Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels near a robust line in every band</source>
            <translation>Pixel nahe einer robusten Geraden in jedem Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels without change by all bands together (IR-MAD)</source>
            <translation>Unveränderte Pixel nach allen Kanälen zusammen (IR-MAD)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Stable regions around match points (needs OpenCV)</source>
            <translation>Stabile Gebiete um übereinstimmende Punkte (braucht OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common pixels: a smooth field for each image</source>
            <translation>Gemeinsame Pixel: ein glattes Feld für jedes Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Block means: the mean of all images in each block</source>
            <translation>Blockmittel: der Mittelwert aller Bilder in jedem Block</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Nearest neighbour: keeps values, for classes</source>
            <translation>Nächster Nachbar: erhält Werte, für Klassen</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear: smooths a little</source>
            <translation>Bilinear: glättet ein wenig</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cubic: keeps detail</source>
            <translation>Kubisch: erhält Details</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Lanczos: the sharpest</source>
            <translation>Lanczos: am schärfsten</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Average: for much coarser pixels</source>
            <translation>Mittelwert: für viel gröbere Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the finest image</source>
            <translation>Die des feinsten Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the coarsest image</source>
            <translation>Die des gröbsten Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The average of all images</source>
            <translation>Der Durchschnitt aller Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As given below</source>
            <translation>Wie unten angegeben</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: only what lies inside the polygons counts</source>
            <translation>Einschließen: nur was in den Polygonen liegt, zählt</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: only what lies outside the polygons counts</source>
            <translation>Ausschließen: nur was außerhalb der Polygone liegt, zählt</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Align images to a reference</source>
            <translation>Bilder an einer Referenz ausrichten</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shifts or warps images so that they show the ground where a reference does</source>
            <translation>Verschiebt oder entzerrt Bilder, sodass sie den Boden dort zeigen, wo ihn eine Referenz zeigt</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>coregistration,co-registration,align,register,shift,warp,phase correlation,ECC,SIFT,ORB,AKAZE,features,time series,cube,netCDF,tie points,SuperPoint,LightGlue,satalign,arosics,georeference</source>
            <translation>Koregistrierung,Bildregistrierung,coregistration,ausrichten,registrieren,verschieben,entzerren,Phasenkorrelation,ECC,SIFT,ORB,AKAZE,Merkmale,Zeitreihe,Cube,netCDF,Verknüpfungspunkte,SuperPoint,LightGlue,satalign,arosics,georeferenzieren</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>&lt;p&gt;Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine or projective transform, or piece by piece. The reference is one image, or the mean or median of all or some, as for time series, which may be files or cubes of dates in one file.&lt;/p&gt;&lt;p&gt;An image is moved only if it agrees better with the reference afterwards on windows that were not looked at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it is, with a message. A shift changes the position of the raster and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Ermittelt, wie weit jedes Bild von einer Referenz entfernt liegt, und bringt es dorthin: durch eine Verschiebung, eine Drehung, eine affine oder projektive Transformation oder Stück für Stück. Die Referenz ist ein Bild oder der Mittelwert oder Median aller oder einiger Bilder, wie bei Zeitreihen, die Dateien oder Cubes aus Zeitpunkten in einer Datei sein dürfen.&lt;/p&gt;&lt;p&gt;Ein Bild wird nur verschoben, wenn es danach auf Fenstern, die vorher nicht betrachtet wurden, besser mit der Referenz übereinstimmt; unter 0,1 Pixel geschieht nichts; ein Bild, das sich nicht ausrichten lässt, wird mit einer Meldung unverändert weitergegeben. Eine Verschiebung ändert die Lage des Rasters und kein Pixel; bei allem anderen wird einmal neu abgetastet.&lt;/p&gt;&lt;p&gt;Vor dem Angleichen von Farben und dem Erstellen von Mosaiken ausrichten: Verschobene Bilder verwischen Statistiken und Nähte.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>{} aligned</source>
            <translation>{} ausgerichtet</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Raster layers or files; they may differ in grid, resolution and bands.</source>
            <translation>Rasterlayer oder Dateien; sie dürfen sich in Gitter, Auflösung und Kanälen unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Kind of reference</source>
            <translation>Art der Referenz</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The reference image, or what all images show together, for time series without a best date; the median leaves out what passes by, such as clouds.</source>
            <translation>Das Referenzbild oder das, was alle Bilder gemeinsam zeigen, für Zeitreihen ohne besten Zeitpunkt; der Median lässt weg, was vorbeizieht, etwa Wolken.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Reference image</source>
            <translation>Referenzbild</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The image that lies right; it may be one of the images and is then passed on as it is. Choose one, or set the kind of reference to mean or median and leave this empty.</source>
            <translation>Das Bild, das richtig liegt; es darf eines der Bilder sein und wird dann unverändert weitergegeben. Eines wählen, oder die Art der Referenz auf Mittelwert oder Median setzen und dies leer lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images whose mean or median is the reference</source>
            <translation>Bilder, deren Mittelwert oder Median die Referenz ist</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Of the images, those that the mean or median is made of; none chosen takes all. Choose the dates without clouds, or a single one. Scripts may give names too, which dates of a cube need.</source>
            <translation>Diejenigen der Bilder, aus denen Mittelwert oder Median gebildet werden; ist keines gewählt, alle. Die Zeitpunkte ohne Wolken wählen, oder einen einzigen. Skripte können auch Namen angeben, die bei Zeitpunkten eines Cubes nötig sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Channel of the image aligned to</source>
            <translation>Kanal des Bildes, an dem ausgerichtet wird</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Set it where the reference image has other bands: the number of the band that looks like the images' channel. Not set, both have the same channel.</source>
            <translation>Setzen, wo das Referenzbild andere Kanäle hat: die Nummer des Kanals, der wie der Kanal der Bilder aussieht. Nicht gesetzt, haben beide denselben Kanal.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Limits what is compared, where images say that they lie; all of an image is moved. Use it to keep clouds, water or leaning buildings from deciding, for single images by the mask field. An image without any polygon is compared wholly.</source>
            <translation>Begrenzt, was verglichen wird, dort wo die Bilder nach eigener Angabe liegen; verschoben wird das ganze Bild. Verwenden, damit nicht Wolken, Wasser oder kippende Gebäude den Ausschlag geben, für einzelne Bilder über das Maskenfeld. Ein Bild ohne Polygon wird ganz verglichen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Include: only what lies inside the polygons is compared. Exclude: only what lies outside, for polygons drawn around clouds for example.</source>
            <translation>Einschließen: Nur was in den Polygonen liegt, wird verglichen. Ausschließen: nur was außerhalb liegt, etwa für Polygone um Wolken.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Bands of one date, for cubes</source>
            <translation>Kanäle eines Zeitpunkts, für Cubes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0: every file is one image. Set it for cubes of dates in one file, such as a netCDF or a GeoTIFF with the bands of all dates: 1 where each band is a date. Results are called by the file and the number of the date.</source>
            <translation>0: Jede Datei ist ein Bild. Setzen für Cubes aus Zeitpunkten in einer Datei, etwa ein netCDF oder ein GeoTIFF mit den Kanälen aller Zeitpunkte: 1, wo jeder Kanal ein Zeitpunkt ist. Ergebnisse heißen nach der Datei und der Nummer des Zeitpunkts.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices of an earlier run</source>
            <translation>Matrizen eines früheren Laufs</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Moves the images as the file says, and compares nothing: for single bands, masks and other products of images that were aligned before. A file belongs to the image whose name is the same or a part of its own; a file of one image moves all. The reference may then be empty; it only gives its grid.</source>
            <translation>Verschiebt die Bilder, wie in der Datei angegeben, und vergleicht nichts: für einzelne Kanäle, Masken und andere Produkte von Bildern, die schon ausgerichtet wurden. Eine Datei gehört zu dem Bild, dessen Name gleich oder ein Teil ihres eigenen ist; eine Datei mit einem Bild verschiebt alle. Die Referenz darf dann leer sein; sie liefert nur ihr Gitter.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Phase correlation: shifts, fast and robust against light and season; the first choice. ECC: also rotations, affine and projective transforms of images that nearly agree; needs OpenCV. Features: large displacements, and images that look different; needs OpenCV.</source>
            <translation>Phasenkorrelation: Verschiebungen, schnell und robust gegen Licht und Jahreszeit; die erste Wahl. ECC: auch Drehungen, affine und projektive Transformationen von Bildern, die fast übereinstimmen; braucht OpenCV. Merkmale: große Versätze und Bilder, die verschieden aussehen; braucht OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Transform</source>
            <translation>Transformation</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Translation: a shift; all that phase correlation offers. Euclidean: with a rotation. Affine: with scale and shear too. Homography: a perspective. Choose the simplest that fits; more freedom needs more agreement.</source>
            <translation>Translation: eine Verschiebung; mehr bietet die Phasenkorrelation nicht. Euklidisch: mit einer Drehung. Affin: auch mit Maßstab und Scherung. Homographie: eine Perspektive. Die einfachste wählen, die passt; mehr Freiheit braucht mehr Übereinstimmung.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Largest shift (pixels)</source>
            <translation>Größte Verschiebung (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>No part of an image is moved further. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation>Kein Teil eines Bildes wird weiter verschoben. Erhöhen für Bilder, die weit abseits liegen; senken, wenn bei sich wiederholenden Mustern falsche Verschiebungen gewinnen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Compare the middle only (pixels)</source>
            <translation>Nur die Mitte vergleichen (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0 compares all that two images share. Set the side of a square in the middle of it to save time, or to leave out edges that are distorted.</source>
            <translation>0 vergleicht alles, was zwei Bilder gemeinsam haben. Die Seitenlänge eines Quadrats in der Mitte davon angeben, um Zeit zu sparen oder verzerrte Ränder wegzulassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Warp piece by piece</source>
            <translation>Stück für Stück entzerren</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Finds a shift for every window of a grid by phase correlation, around the transform that the method finds for the whole, leaves out those that do not fit their neighbours, and warps the image smoothly by the rest. Turn it on for distortions that no single transform describes, such as those of relief and of mosaics.</source>
            <translation>Ermittelt durch Phasenkorrelation eine Verschiebung für jedes Fenster eines Gitters, rund um die Transformation, die die Methode für das Ganze findet, lässt die weg, die nicht zu ihren Nachbarn passen, und entzerrt das Bild glatt mit den übrigen. Einschalten bei Verzerrungen, die keine einzelne Transformation beschreibt, etwa durch Relief und Mosaike.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Spacing of the windows (pixels)</source>
            <translation>Abstand der Fenster (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>From the middle of one window to the next; a window is twice as wide. Empty tries 64 and 32, and takes a fortieth of the longer side in large images. Lower it for distortions that change over short distances, raise it for noisy images. It also spaces the shift vectors.</source>
            <translation>Von der Mitte eines Fensters zur nächsten; ein Fenster ist doppelt so breit. Leer versucht 64 und 32 und nimmt in großen Bildern ein Vierzigstel der längeren Seite. Senken bei Verzerrungen, die sich auf kurzer Strecke ändern, erhöhen bei verrauschten Bildern. Bestimmt auch den Abstand der Verschiebungsvektoren.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Pixel size of the results</source>
            <translation>Pixelgröße der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>In units of the coordinate system; empty keeps that of the images, or of the reference with one grid for all. Set it to bring images to another resolution in the same step; it resamples every image once.</source>
            <translation>In Einheiten des Koordinatensystems; leer behält die der Bilder, oder die der Referenz bei einem Gitter für alle. Setzen, um Bilder im selben Schritt auf eine andere Auflösung zu bringen; jedes Bild wird einmal neu abgetastet.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Table of shifts</source>
            <translation>Tabelle der Verschiebungen</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A CSV file with the shift, the matrix, the correlation before and after, and why an image was not moved. Give a name to keep a record or to look for patterns.</source>
            <translation>Eine CSV-Datei mit der Verschiebung, der Matrix, der Korrelation vorher und nachher und dem Grund, warum ein Bild nicht verschoben wurde. Einen Namen angeben, um einen Nachweis zu behalten oder nach Mustern zu suchen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shift vectors</source>
            <translation>Verschiebungsvektoren</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Lines from where the images show the ground to where it belongs, in true length, with their reliability and whether they count. Give a file to see what moves where; style them as arrows.</source>
            <translation>Linien von dort, wo die Bilder den Boden zeigen, dorthin, wo er hingehört, in wahrer Länge, mit ihrer Zuverlässigkeit und ob sie zählen. Eine Datei angeben, um zu sehen, was sich wohin verschiebt; als Pfeile darstellen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Tie points</source>
            <translation>Verknüpfungspunkte</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Points at the middles of windows that were compared, with shift, reliability, how far off they lay before and lie after, and whether they count. Give a file to judge the result; statistics per image are in the table.</source>
            <translation>Punkte in den Mitten der verglichenen Fenster, mit Verschiebung, Zuverlässigkeit, Abweichung vorher und nachher und ob sie zählen. Eine Datei angeben, um das Ergebnis zu beurteilen; Statistiken je Bild stehen in der Tabelle.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices</source>
            <translation>Matrizen</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A JSON file with the transform of every image as matrices of 2 x 3 and 3 x 3 numbers, in pixels of the reference and in map units, or with the points of its warp. Give a name to move other files of the same images later, or to use the matrices elsewhere.</source>
            <translation>Eine JSON-Datei mit der Transformation jedes Bildes als Matrizen aus 2 x 3 und 3 x 3 Zahlen, in Pixeln der Referenz und in Karteneinheiten, oder mit den Punkten seiner Entzerrung. Einen Namen angeben, um später andere Dateien derselben Bilder zu verschieben oder die Matrizen anderswo zu verwenden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Folder for rasters of shifts</source>
            <translation>Ordner für Raster der Verschiebungen</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>One raster for each image with the columns and rows that its ground is moved by, and both together, in its pixels; between windows they are interpolated as the warp is. Give a folder to look at a warp as a surface.</source>
            <translation>Ein Raster für jedes Bild mit den Spalten und Zeilen, um die sein Boden verschoben wird, und beidem zusammen, in seinen Pixeln; zwischen Fenstern wie die Entzerrung interpoliert. Einen Ordner angeben, um eine Entzerrung als Fläche anzusehen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>All results in one raster</source>
            <translation>Alle Ergebnisse in einem Raster</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A GeoTIFF with the bands of all images, one image after the other, on the grid of the reference or of all images together. Give a name for cubes and time series. Where the images do not share one type and one no data value it is floating point, with NaN for no data.</source>
            <translation>Ein GeoTIFF mit den Kanälen aller Bilder, ein Bild nach dem anderen, auf dem Gitter der Referenz oder aller Bilder zusammen. Einen Namen angeben für Cubes und Zeitreihen. Wo die Bilder nicht einen Typ und einen Nodata-Wert gemeinsam haben, ist es Gleitkomma, mit NaN für Nodata.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images that were moved</source>
            <translation>Verschobene Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Aligned images</source>
            <translation>Ausgerichtete Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Align overlapping images together</source>
            <translation>Überlappende Bilder gemeinsam ausrichten</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Moves many overlapping images at once so that all of them agree</source>
            <translation>Richtet viele überlappende Bilder zugleich so aus, dass alle übereinstimmen</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>coregistration,co-registration,align,block adjustment,bundle adjustment,tie points,mosaic,strips,flight lines,drone,shift,warp,mesh,network,spectralmatch,georeference</source>
            <translation>Koregistrierung,Bildregistrierung,coregistration,ausrichten,Blockausgleichung,Bündelblockausgleichung,Verknüpfungspunkte,Mosaik,Streifen,Flugstreifen,Drohne,verschieben,entzerren,Netz,Netzwerk,spectralmatch,georeferenzieren</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>&lt;p&gt;Finds tie points in all overlaps of many images, and for every image the one transform with which all agree best. Errors do not add up along rows of images, as they do when each is aligned to the one before.&lt;/p&gt;&lt;p&gt;Wrong tie points are found by the others and left out. An image whose tie points do not hold on others that were held out is passed on as it is, with a message, and so is one without tie points; a group in which nothing is 0.1 pixels off is not touched. Shifts change the position of the rasters and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Findet Verknüpfungspunkte in allen Überlappungen vieler Bilder und für jedes Bild die eine Transformation, mit der alle am besten übereinstimmen. Fehler summieren sich nicht entlang von Bildreihen, wie wenn jedes am vorigen ausgerichtet wird.&lt;/p&gt;&lt;p&gt;Falsche Verknüpfungspunkte werden durch die anderen erkannt und weggelassen. Ein Bild, dessen Verknüpfungspunkte sich an anderen, zurückgehaltenen nicht bestätigen, wird mit einer Meldung unverändert weitergegeben, ebenso eines ohne Verknüpfungspunkte; eine Gruppe, in der nichts um 0,1 Pixel abweicht, bleibt unberührt. Verschiebungen ändern die Lage der Raster und kein Pixel; bei allem anderen wird einmal neu abgetastet.&lt;/p&gt;&lt;p&gt;Vor dem Angleichen von Farben und dem Erstellen von Mosaiken ausrichten: Verschobene Bilder verwischen Statistiken und Nähte.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Raster layers or files that overlap; they may differ in grid, resolution, bands and coordinate system.</source>
            <translation>Rasterlayer oder Dateien, die sich überlappen; sie dürfen sich in Gitter, Auflösung, Kanälen und Koordinatensystem unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Transform of each image</source>
            <translation>Transformation jedes Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Translation: a shift, which changes no pixel. Similarity: with a rotation and a scale, for images that are turned against each other. Affine: with different scales and shear too, for images from scanners or of poor rectification. Choose the simplest that fits.</source>
            <translation>Translation: eine Verschiebung, die kein Pixel ändert. Ähnlichkeit: mit einer Drehung und einem Maßstab, für Bilder, die gegeneinander verdreht sind. Affin: auch mit verschiedenen Maßstäben und Scherung, für Bilder von Scannern oder mit schlechter Entzerrung. Die einfachste wählen, die passt.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Fixed images</source>
            <translation>Feste Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Choose images, among those above, that lie right, or give their names: they stay exactly where they are and all others follow. Empty: every group of connected images keeps its mean position, orientation and scale.</source>
            <translation>Von den Bildern oben die wählen, die richtig liegen, oder ihre Namen angeben: Sie bleiben genau, wo sie sind, und alle anderen folgen ihnen. Leer: Jede Gruppe verbundener Bilder behält ihre mittlere Lage, Ausrichtung und ihren Maßstab.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Search for tie points</source>
            <translation>Suche nach Verknüpfungspunkten</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Phase correlation: the shifts of windows, precise and robust against light and season; the first choice. ECC: the same by another method, where images nearly agree; needs OpenCV. Features: points that both images show; for images that are turned against each other by more than two degrees or lie far off; needs OpenCV.</source>
            <translation>Phasenkorrelation: die Verschiebungen von Fenstern, genau und robust gegen Licht und Jahreszeit; die erste Wahl. ECC: dasselbe mit einer anderen Methode, wo Bilder fast übereinstimmen; braucht OpenCV. Merkmale: Punkte, die beide Bilder zeigen; für Bilder, die um mehr als zwei Grad gegeneinander verdreht sind oder weit abseits liegen; braucht OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Between two images that overlap. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation>Zwischen zwei Bildern, die sich überlappen. Erhöhen für Bilder, die weit abseits liegen; senken, wenn bei sich wiederholenden Mustern falsche Verschiebungen gewinnen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Local warp</source>
            <translation>Lokale Entzerrung</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>None: each image keeps its shape. Bilinear mesh: what is left of the differences is taken up by a smooth mesh in each image. Choose it for distortions of relief, lenses or mosaicking; every image is then resampled.</source>
            <translation>Keine: Jedes Bild behält seine Form. Bilineares Netz: Was von den Unterschieden bleibt, nimmt ein glattes Netz in jedem Bild auf. Wählen bei Verzerrungen durch Relief, Objektive oder Mosaikbildung; dann wird jedes Bild neu abgetastet.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Spacing of the mesh (pixels)</source>
            <translation>Maschenweite des Netzes (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>From one node of the mesh to the next, in pixels of the coarsest image. Lower it for distortions that change over short distances; it takes many tie points. An image has 400 nodes at most.</source>
            <translation>Von einem Knoten des Netzes zum nächsten, in Pixeln des gröbsten Bildes. Senken bei Verzerrungen, die sich auf kurzer Strecke ändern; das braucht viele Verknüpfungspunkte. Ein Bild hat höchstens 400 Knoten.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Smoothness of the mesh</source>
            <translation>Glattheit des Netzes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly neighbouring nodes hold together. Raise it when tie points are noisy and the mesh follows their errors.</source>
            <translation>Wie stark benachbarte Knoten zusammenhalten. Erhöhen, wenn Verknüpfungspunkte verrauscht sind und das Netz ihren Fehlern folgt.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Stiffness of the mesh</source>
            <translation>Steifigkeit des Netzes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly the mesh resists bends; even slopes cost nothing. Raise it when straight lines become wavy.</source>
            <translation>Wie stark sich das Netz Biegungen widersetzt; gleichmäßige Neigungen kosten nichts. Erhöhen, wenn gerade Linien wellig werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Reach of tie points in the mesh (pixels)</source>
            <translation>Reichweite der Verknüpfungspunkte im Netz (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How far from the nearest tie point the mesh fades to no local displacement. Lower it to keep the middle of images as it is, raise it for distortions that go on beyond the overlaps.</source>
            <translation>Wie weit vom nächsten Verknüpfungspunkt das Netz auf keinen lokalen Versatz ausläuft. Senken, um die Mitte der Bilder zu lassen, wie sie ist; erhöhen bei Verzerrungen, die über die Überlappungen hinausgehen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Turn it on when results must lie pixel on pixel, for differences and mosaics: all get the pixels of one grid, that of the coarsest image, each over its own area. It resamples every image that is off the grid.</source>
            <translation>Einschalten, wenn Ergebnisse Pixel auf Pixel liegen müssen, für Differenzen und Mosaike: Alle erhalten die Pixel eines Gitters, das des gröbsten Bildes, jedes über seiner eigenen Fläche. Jedes Bild, das nicht auf dem Gitter liegt, wird neu abgetastet.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Wrong tie points</source>
            <translation>Falsche Verknüpfungspunkte</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Huber: tie points count less the more they contradict the others, and not at all when they are far off. Cauchy: much less; choose it when many are wrong. None: all count fully, for tie points that were checked by hand.</source>
            <translation>Huber: Verknüpfungspunkte zählen umso weniger, je mehr sie den anderen widersprechen, und gar nicht, wenn sie weit abweichen. Cauchy: viel weniger; wählen, wenn viele falsch sind. Keine: Alle zählen voll, für von Hand geprüfte Verknüpfungspunkte.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Tie points of an earlier run</source>
            <translation>Verknüpfungspunkte eines früheren Laufs</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Pairs of images that are in the file are not matched again. Load them to try other models, or to add images. A file is refused when one of its images is no longer the same.</source>
            <translation>Bildpaare, die in der Datei stehen, werden nicht noch einmal verglichen. Laden, um andere Modelle zu versuchen oder Bilder hinzuzufügen. Eine Datei wird abgelehnt, wenn eines ihrer Bilder nicht mehr dasselbe ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Save tie points</source>
            <translation>Verknüpfungspunkte speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Writes all tie points as JSON. Save them to run again with other settings without matching, or to look at them and take wrong ones out.</source>
            <translation>Schreibt alle Verknüpfungspunkte als JSON. Speichern, um mit anderen Einstellungen ohne neue Suche zu rechnen oder um sie anzusehen und falsche herauszunehmen.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Table of images</source>
            <translation>Tabelle der Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>A CSV file with each image's transform, its tie points, what they differed by before and after, and why it was not moved. Give a name to keep a record or to find images that fit badly.</source>
            <translation>Eine CSV-Datei mit der Transformation jedes Bildes, seinen Verknüpfungspunkten, deren Abweichung vorher und nachher und dem Grund, warum es nicht verschoben wurde. Einen Namen angeben, um einen Nachweis zu behalten oder schlecht passende Bilder zu finden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Residual vectors</source>
            <translation>Restvektoren</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Lines between the two places where a tie point lies after alignment, in true length, with its difference before and after in pixels. Give a file to see where images still differ.</source>
            <translation>Linien zwischen den beiden Orten, an denen ein Verknüpfungspunkt nach der Ausrichtung liegt, in wahrer Länge, mit seiner Abweichung vorher und nachher in Pixeln. Eine Datei angeben, um zu sehen, wo Bilder sich noch unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points before (pixels)</source>
            <translation>RMSE der Verknüpfungspunkte vorher (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points after (pixels)</source>
            <translation>RMSE der Verknüpfungspunkte nachher (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Groups of connected images</source>
            <translation>Gruppen verbundener Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Rejected overlaps</source>
            <translation>Verworfene Überlappungen</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Cross-correlation</source>
            <translation>Kreuzkorrelation</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Where a template lies in an image, or how two images are shifted</source>
            <translation>Wo eine Vorlage in einem Bild liegt oder wie zwei Bilder gegeneinander verschoben sind</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>cross-correlation,NCC,template matching,shift,displacement,offset,misregistration,feature tracking,similarity,find</source>
            <translation>Kreuzkorrelation,NCC,Template Matching,Vorlage,Verschiebung,Versatz,Offset,Fehlregistrierung,Merkmalsverfolgung,Ähnlichkeit,suchen</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>&lt;p&gt;Normalised cross-correlation: 1 where two pieces of image differ in brightness and contrast only, 0 where they have nothing in common, -1 where one is the negative of the other. Pixels that are no data in either do not count; ground without contrast gives no data. Several bands give the mean of their scores.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Template&lt;/b&gt;: a small raster, a crater or a tree, is slid over the image; the result tells for every pixel how alike it is there, with the template's centre on that pixel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Other image&lt;/b&gt;: windows of the image are searched for in another image of the same ground; the result has one pixel for each window: the best score, and how far the other image is shifted, for glaciers and dunes that move, or to check how well images fit.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Normierte Kreuzkorrelation: 1, wo sich zwei Bildstücke nur in Helligkeit und Kontrast unterscheiden, 0, wo sie nichts gemeinsam haben, -1, wo eines das Negativ des anderen ist. Pixel, die in einem von beiden Nodata sind, zählen nicht; Boden ohne Kontrast ergibt Nodata. Mehrere Kanäle ergeben den Mittelwert ihrer Werte.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Vorlage&lt;/b&gt;: Ein kleines Raster, ein Krater oder ein Baum, wird über das Bild geschoben; das Ergebnis sagt für jedes Pixel, wie ähnlich es dort ist, mit der Mitte der Vorlage auf diesem Pixel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Anderes Bild&lt;/b&gt;: Fenster des Bildes werden in einem anderen Bild desselben Bodens gesucht; das Ergebnis hat ein Pixel für jedes Fenster: den besten Wert, und wie weit das andere Bild verschoben ist, für Gletscher und Dünen, die sich bewegen, oder um zu prüfen, wie gut Bilder passen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Template to look for</source>
            <translation>Gesuchte Vorlage</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A small raster with the image's bands and pixel size, cut from it or from another one; what it shows must have the same size and direction. Either this or the other image is needed.</source>
            <translation>Ein kleines Raster mit den Kanälen und der Pixelgröße des Bildes, aus ihm oder einem anderen ausgeschnitten; was es zeigt, muss dieselbe Größe und Richtung haben. Entweder dies oder das andere Bild ist nötig.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Other image of the same ground</source>
            <translation>Anderes Bild desselben Bodens</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With the same bands; it may differ in grid and coordinate system and is read on the image's grid: pixel by pixel where only the origin differs, else the nearest pixel or, where it is finer, averages.</source>
            <translation>Mit denselben Kanälen; es darf sich in Gitter und Koordinatensystem unterscheiden und wird auf dem Gitter des Bildes gelesen: Pixel für Pixel, wo nur der Ursprung abweicht, sonst das nächste Pixel oder, wo es feiner ist, Mittelwerte.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Window (pixels)</source>
            <translation>Fenster (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: side of the square windows, which lie side by side. Larger ones are surer and find less detail; they should hold several features.</source>
            <translation>Mit einem anderen Bild: Seite der quadratischen Fenster, die nebeneinander liegen. Größere sind sicherer und finden weniger Details; sie sollten mehrere Merkmale enthalten.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Search (pixels)</source>
            <translation>Suche (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: how far it may be shifted to each side. A little more than you expect: a best score at the end of the search gives no shift. 0 compares in place and gives the score alone.</source>
            <translation>Mit einem anderen Bild: wie weit es nach jeder Seite verschoben sein darf. Etwas mehr als erwartet: Ein bester Wert am Ende der Suche ergibt keine Verschiebung. 0 vergleicht an Ort und Stelle und ergibt nur den Wert.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Smallest valid share</source>
            <translation>Kleinster gültiger Anteil</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Share of the template's or window's pixels that must be valid in both; others give no data. Lower it to look at edges and between clouds, raise it where single scores are not trustworthy.</source>
            <translation>Anteil der Pixel von Vorlage oder Fenster, die in beiden gültig sein müssen; andere ergeben Nodata. Senken, um Ränder und zwischen Wolken zu sehen; erhöhen, wo einzelne Werte nicht verlässlich sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Score</source>
            <translation>Korrelationswert</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A Float32 GeoTIFF, -1 to 1, no data is NaN: on the image's grid with a template, with one pixel for each window otherwise.</source>
            <translation>Ein Float32-GeoTIFF, -1 bis 1, Nodata ist NaN: mit einer Vorlage auf dem Gitter des Bildes, sonst mit einem Pixel für jedes Fenster.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Shift</source>
            <translation>Verschiebung</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Two bands for each window, dx and dy: how far to the right and down, in pixels of the image, the other image shows the same. Only with another image.</source>
            <translation>Zwei Kanäle für jedes Fenster, dx und dy: wie weit rechts und unten, in Pixeln des Bildes, das andere Bild dasselbe zeigt. Nur mit einem anderen Bild.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>CSV files (*.csv)</source>
            <translation>CSV-Dateien (*.csv)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Table of correlation by shift</source>
            <translation>Tabelle der Korrelation je Verschiebung</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>One row for each whole shift within the search: the mean score of all windows there. Take the image itself as other image to see over how many pixels its ground is alike. Only with another image.</source>
            <translation>Eine Zeile für jede ganze Verschiebung innerhalb der Suche: der Mittelwert aller Fenster dort. Das Bild selbst als anderes Bild nehmen, um zu sehen, über wie viele Pixel sein Boden sich ähnelt. Nur mit einem anderen Bild.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill gaps</source>
            <translation>Lücken füllen</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills holes from what surrounds them, or from another image balanced to it</source>
            <translation>Füllt Löcher aus ihrer Umgebung oder aus einem anderen, daran angeglichenen Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>fill nodata,no data,holes,voids,gaps,interpolate,inpaint,inverse distance,nearest,Telea,Navier-Stokes,cloud,patch,composite,GDAL</source>
            <translation>Nodata füllen,keine Daten,Löcher,Lücken,interpolieren,Inpainting,inverse Distanz,nächster,Telea,Navier-Stokes,Wolke,Flicken,Komposit,GDAL</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>&lt;p&gt;Fills patches of pixels without data. Every valid pixel stays as it is, and so do the data type, the no data value, bands and metadata. A hole is what is connected over the sides of pixels: in each band by itself, or in all bands where one mask or alpha band holds for all.&lt;/p&gt;&lt;p&gt;What lies outside the image, connected to the raster's edge, is not a hole and stays empty unless you ask for it.&lt;/p&gt;&lt;p&gt;For holes of a few pixels every method will do. What interpolation and inpainting put into larger ones is smooth and made up. To fill clouds, blank them with &lt;i&gt;Mask rasters&lt;/i&gt; and take the ground from another date: &lt;i&gt;Another image&lt;/i&gt; balances it to what surrounds each hole, without a seam.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Füllt Flecken aus Pixeln ohne Daten. Jedes gültige Pixel bleibt, wie es ist, ebenso Datentyp, Nodata-Wert, Kanäle und Metadaten. Ein Loch ist, was über die Seiten der Pixel zusammenhängt: in jedem Kanal für sich, oder in allen Kanälen, wo eine Maske oder ein Alphakanal für alle gilt.&lt;/p&gt;&lt;p&gt;Was außerhalb des Bildes liegt und mit dem Rand des Rasters zusammenhängt, ist kein Loch und bleibt leer, wenn nichts anderes verlangt wird.&lt;/p&gt;&lt;p&gt;Für Löcher aus wenigen Pixeln genügt jede Methode. Was Interpolation und Inpainting in größere setzen, ist glatt und erfunden. Um Wolken zu füllen, diese mit &lt;i&gt;Raster maskieren&lt;/i&gt; leeren und den Boden von einem anderen Zeitpunkt nehmen: &lt;i&gt;Ein anderes Bild&lt;/i&gt; gleicht ihn an die Umgebung jedes Lochs an, ohne Naht.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>{} filled</source>
            <translation>{} gefüllt</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The bands to fill, in scripts by number, such as 1,3-5; the others are copied. None chosen fills all bands. Bands that share one mask or alpha band can only be filled together.</source>
            <translation>Die zu füllenden Kanäle, in Skripten als Nummern wie 1,3-5; die anderen werden kopiert. Ist keiner gewählt, werden alle gefüllt. Kanäle mit gemeinsamer Maske oder gemeinsamem Alphakanal lassen sich nur zusammen füllen.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill with</source>
            <translation>Füllen mit</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The nearest pixel: for classes and other values that must not be mixed. Inverse distance: a mean of the pixels around the hole, near ones first; smooth, closest to the truth on average. Telea, Navier-Stokes: inpainting, edges run on into the hole; for scratches, wires and narrow gaps; need OpenCV. Another image of the same ground: for everything larger. Median: one value for a hole, whatever a few odd pixels around it are. Dilation: the largest of the nearest pixels, so that bright things grow. Mean of the row or column: for dropped lines of a sensor.</source>
            <translation>Das nächste Pixel: für Klassen und andere Werte, die nicht gemischt werden dürfen. Inverse Distanz: ein Mittel der Pixel rings um das Loch, nahe zuerst; glatt, im Durchschnitt der Wahrheit am nächsten. Telea, Navier-Stokes: Inpainting, Kanten laufen ins Loch weiter; für Kratzer, Drähte und schmale Lücken; brauchen OpenCV. Ein anderes Bild desselben Bodens: für alles Größere. Median: ein Wert für ein Loch, unabhängig von ein paar abweichenden Pixeln ringsum. Dilatation: der größte der nächsten Pixelwerte, sodass helle Dinge wachsen. Mittelwert der Zeile oder Spalte: für ausgefallene Zeilen eines Sensors.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>For another image: one with the same bands in the same order, on any grid and in any coordinate system. It needs no balancing before. Where it shows nothing, the hole stays.</source>
            <translation>Für ein anderes Bild: eines mit denselben Kanälen in derselben Reihenfolge, auf beliebigem Gitter und in beliebigem Koordinatensystem. Es muss vorher nicht angeglichen werden. Wo es nichts zeigt, bleibt das Loch.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Largest hole (pixels, 0 for any)</source>
            <translation>Größtes Loch (Pixel, 0 für jedes)</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Holes with more pixels stay as they are; 0 fills holes of any size. Set it to close small drop-outs and leave lakes or clouds open.</source>
            <translation>Löcher mit mehr Pixeln bleiben, wie sie sind; 0 füllt Löcher jeder Größe. Setzen, um kleine Ausfälle zu schließen und Seen oder Wolken offen zu lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Only holes inside the footprint</source>
            <translation>Nur Löcher innerhalb des Umrisses</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills only what valid pixels enclose on all sides. Turn it off to fill holes at the raster's edge too, as the stripes of Landsat 7 that run through to it; the empty surroundings of a rotated image are then filled as well, unless they have more pixels than the largest hole.</source>
            <translation>Füllt nur, was gültige Pixel auf allen Seiten umschließen. Ausschalten, um auch Löcher am Rand des Rasters zu füllen, wie die bis dorthin laufenden Streifen von Landsat 7; die leere Umgebung eines gedrehten Bildes wird dann ebenfalls gefüllt, wenn sie nicht mehr Pixel hat als das größte Loch.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled image</source>
            <translation>Gefülltes Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A GeoTIFF on the image's grid, of its type and with all its bands.</source>
            <translation>Ein GeoTIFF auf dem Gitter des Bildes, mit seinem Typ und allen seinen Kanälen.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Mask of what was filled</source>
            <translation>Maske des Gefüllten</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A raster of bytes: 1 where a pixel was filled in any band, else 0. Keep it to tell measured pixels from filled ones.</source>
            <translation>Ein Byte-Raster: 1, wo ein Pixel in irgendeinem Kanal gefüllt wurde, sonst 0. Aufbewahren, um gemessene von gefüllten Pixeln zu unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled pixels</source>
            <translation>Gefüllte Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled holes</source>
            <translation>Gefüllte Löcher</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Global regression</source>
            <translation>Globale Regression</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Matches overlapping images by one gain and offset per image and band</source>
            <translation>Gleicht überlappende Bilder durch einen Gain und einen Offset je Bild und Kanal an</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,color correction,colour correction,color balancing,colour balance,exposure,brightness,contrast,white balance,histogram,mosaic,overlap area,reference image,bundle,gain,offset,seam</source>
            <translation>radiometrisch,relative Normalisierung,normalisieren,harmonisieren,Farbkorrektur,color balancing,Farbausgleich,Farbangleichung,Belichtung,Helligkeit,Kontrast,Weißabgleich,Histogramm,Mosaik,Überlappungsbereich,Referenzbild,Bündel,Gain,Offset,Naht</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>&lt;p&gt;Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset per band, found from all overlaps at once; images far apart are linked through those between them.&lt;/p&gt;&lt;p&gt;The group of images keeps its overall brightness and contrast, unless &lt;i&gt;Images whose colours are right&lt;/i&gt; names images: these stay as they are and all others follow them. Groups of images that do not overlap are balanced apart, an image without overlap stays unchanged, and both are reported in the log.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Local block adjustment&lt;/i&gt; on the results when differences remain that vary inside the images, such as haze, vignetting or illumination.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gleicht überlappende Bilder in Helligkeit und Kontrast aneinander an. Jedes Bild erhält einen Gain und einen Offset je Kanal, aus allen Überlappungen zugleich bestimmt; weit entfernte Bilder sind über die dazwischen liegenden verbunden.&lt;/p&gt;&lt;p&gt;Die Gruppe der Bilder behält ihre Gesamthelligkeit und ihren Kontrast, es sei denn, &lt;i&gt;Bilder mit richtigen Farben&lt;/i&gt; nennt Bilder: Diese bleiben, wie sie sind, und alle anderen folgen ihnen. Gruppen von Bildern, die sich nicht überlappen, werden getrennt angeglichen, ein Bild ohne Überlappung bleibt unverändert, und beides wird im Protokoll gemeldet.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Lokale Blockanpassung&lt;/i&gt; auf die Ergebnisse anwenden, wenn Unterschiede bleiben, die innerhalb der Bilder schwanken, etwa durch Dunst, Vignettierung oder Beleuchtung.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>{} balanced globally</source>
            <translation>{} global angeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Balance: start here</source>
            <translation>Farben angleichen: hier beginnen</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Mosaic</source>
            <translation>Mosaik</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: inspect</source>
            <translation>Werkzeuge: prüfen</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: align</source>
            <translation>Werkzeuge: ausrichten</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: masks</source>
            <translation>Werkzeuge: Masken</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: rasters</source>
            <translation>Werkzeuge: Raster</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Results for models and scripts</source>
            <translation>Ergebnisse für Modelle und Skripte</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>All tools</source>
            <translation>Alle Werkzeuge</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Advanced parameters</source>
            <translation>Erweiterte Parameter</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Read more</source>
            <translation>Mehr dazu</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Default: {}</source>
            <translation>Vorgabe: {}</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalize histograms</source>
            <translation>Histogramme ausgleichen</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Spreads values evenly: each image, its parts (CLAHE), or a set together</source>
            <translation>Verteilt Werte gleichmäßig: jedes Bild, seine Teile (CLAHE) oder eine Menge gemeinsam</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>histogram,equalize,equalise,equalization,equalisation,adaptive,CLAHE,contrast,brightness,tone,enhance,stretch,local contrast</source>
            <translation>Histogramm,Histogrammausgleich,ausgleichen,Ausgleich,adaptiv,CLAHE,Kontrast,Helligkeit,Tonwert,verbessern,strecken,lokaler Kontrast</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>&lt;p&gt;Raises the contrast of images by spreading their values evenly, band by band. The results are for the eye and for finding things; their values are no measurements any more.&lt;/p&gt;&lt;p&gt;Bytes and unsigned 16-bit integers fill the whole range of their type, but for the no data value; all other types keep the range from their lowest to their highest value. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Erhöht den Kontrast von Bildern, indem ihre Werte gleichmäßig verteilt werden, Kanal für Kanal. Die Ergebnisse dienen dem Auge und dem Auffinden von Dingen; ihre Werte sind keine Messwerte mehr.&lt;/p&gt;&lt;p&gt;Bytes und vorzeichenlose 16-Bit-Ganzzahlen füllen den ganzen Bereich ihres Typs, bis auf den Nodata-Wert; alle anderen Typen behalten den Bereich von ihrem niedrigsten bis zu ihrem höchsten Wert. Datentyp, Nodata, Masken, Kanalnamen und Gitter bleiben, wie sie sind.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>{} equalized</source>
            <translation>{} ausgeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Raster layers or files; for common of one data type and number of bands.</source>
            <translation>Rasterlayer oder Dateien; bei „Gemeinsam“ mit demselben Datentyp und gleich vielen Kanälen.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Global: one table for each image. Adaptive: a table for each part of an image, with limited contrast (CLAHE); shows detail in shadow and light at once. Common: one table for all images, so that equal values stay equal from image to image.</source>
            <translation>Global: eine Tabelle für jedes Bild. Adaptiv: eine Tabelle für jeden Teil eines Bildes, mit begrenztem Kontrast (CLAHE); zeigt Details in Schatten und Licht zugleich. Gemeinsam: eine Tabelle für alle Bilder, sodass gleiche Werte von Bild zu Bild gleich bleiben.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Contrast limit</source>
            <translation>Kontrastgrenze</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: about how many times contrast may be raised. Raise it for hazy or very dark images, lower it towards 1 where noise becomes visible. From 1 on; 0 is no limit.</source>
            <translation>Für „Adaptiv“: etwa um das Wievielfache der Kontrast erhöht werden darf. Erhöhen bei dunstigen oder sehr dunklen Bildern, gegen 1 senken, wo Rauschen sichtbar wird. Ab 1; 0 heißt keine Grenze.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Tiles along the longer side</source>
            <translation>Kacheln entlang der längeren Seite</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: into how many parts the longer side is cut; parts are squares. Take more for detail in small shadows, fewer for a calm picture; 64 at most.</source>
            <translation>Für „Adaptiv“: in wie viele Teile die längere Seite geteilt wird; Teile sind Quadrate. Mehr nehmen für Details in kleinen Schatten, weniger für ein ruhiges Bild; höchstens 64.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalized images</source>
            <translation>Ausgeglichene Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Match histograms</source>
            <translation>Histogramme anpassen</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Gives one or many images the histogram of a reference, band by band</source>
            <translation>Gibt einem oder vielen Bildern das Histogramm einer Referenz, Kanal für Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>histogram,matching,specification,quantile,cdf,color correction,colour correction,color,colour,tone,brightness,balance,reference image,normalize,normalise,normalization,normalisation,harmonize,harmonise,radiometric</source>
            <translation>Histogramm,Histogrammanpassung,Histogrammangleichung,histogram matching,Angleichung,Spezifikation,Quantil,CDF,Farbkorrektur,Farbe,Tonwert,Helligkeit,Ausgleich,Referenzbild,normalisieren,Normalisierung,harmonisieren,radiometrisch</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>&lt;p&gt;Changes the values of images so that their histogram becomes that of a reference, band by band: what is darkest stays darkest, and the share of pixels up to each value is that of the reference. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;&lt;p&gt;Matching is exact and bends contrast freely. It suits two images of the same ground whose brightness is related by a curve, and pictures for the eye. Where values are to stay measurements, or many images shall agree with each other, take a tool of the group Balance: a gain and an offset keep the relations between values, and the contrast.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Ändert die Werte von Bildern so, dass ihr Histogramm das einer Referenz wird, Kanal für Kanal: Was am dunkelsten ist, bleibt am dunkelsten, und der Anteil der Pixel bis zu jedem Wert ist der der Referenz. Datentyp, Nodata, Masken, Kanalnamen und Gitter bleiben, wie sie sind.&lt;/p&gt;&lt;p&gt;Die Anpassung ist genau und verbiegt den Kontrast frei. Sie eignet sich für zwei Bilder desselben Bodens, deren Helligkeit durch eine Kurve zusammenhängt, und für Bilder zum Ansehen. Wo Werte Messwerte bleiben sollen oder viele Bilder miteinander übereinstimmen sollen, ein Werkzeug der Gruppe „Farben angleichen“ nehmen: Ein Gain und ein Offset erhalten die Verhältnisse der Werte und den Kontrast.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>{} matched</source>
            <translation>{} im Histogramm angepasst</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Raster layers or files, each matched by itself. The reference may be among them; it stays as it is.</source>
            <translation>Rasterlayer oder Dateien, jede für sich angepasst. Die Referenz darf darunter sein; sie bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>The image whose histogram the others get. It needs the same bands; grid, resolution and coordinate system may differ.</source>
            <translation>Das Bild, dessen Histogramm die anderen erhalten. Es braucht dieselben Kanäle; Gitter, Auflösung und Koordinatensystem dürfen sich unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Pixels to count</source>
            <translation>Zu zählende Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>overlap counts only pixels of the ground that both show, so that different ground does not pass for different light. whole counts all pixels of both; choose it for images that do not overlap and show similar ground.</source>
            <translation>Der Boden, den beide Bilder zeigen (overlap): So wird verschiedener Boden nicht für verschiedenes Licht gehalten. Alle Pixel beider Bilder (whole): wählen für Bilder, die sich nicht überlappen und ähnlichen Boden zeigen.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Matched images</source>
            <translation>Angepasste Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Histogram peaks</source>
            <translation>Histogrammgipfel</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The peaks of a band's histogram, as table and picture</source>
            <translation>Die Gipfel im Histogramm eines Kanals, als Tabelle und Diagramm</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>histogram,peaks,modes,maxima,valleys,threshold,classes,plot,chart,statistics,distribution</source>
            <translation>Histogramm,Gipfel,Spitzen,Modi,Maxima,Täler,Schwellenwert,Klassen,Diagramm,Grafik,Statistik,Verteilung</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>&lt;p&gt;Counts the valid pixels of a band in bins, smooths the counts, and finds their peaks: the values that are most frequent, such as those of water, fields and roofs. The valleys between peaks are natural thresholds.&lt;/p&gt;&lt;p&gt;For each peak the table has its value, height and prominence (pixels of a bin, after smoothing), its width at half its prominence with the ends of that width, the valleys on both sides, and the share of pixels between them. A limit of 0 is none.&lt;/p&gt;&lt;p&gt;Values and limits are those that QGIS shows and a threshold mask compares, with the scale and offset tags of the band.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Zählt die gültigen Pixel eines Kanals in Klassen, glättet die Anzahlen und findet ihre Gipfel: die häufigsten Werte, etwa die von Wasser, Feldern und Dächern. Die Täler zwischen Gipfeln sind natürliche Schwellenwerte.&lt;/p&gt;&lt;p&gt;Für jeden Gipfel enthält die Tabelle Wert, Höhe und Prominenz (Pixel einer Klasse, nach der Glättung), die Breite bei halber Prominenz mit den Enden dieser Breite, die Täler auf beiden Seiten und den Anteil der Pixel dazwischen. Eine Grenze von 0 heißt keine.&lt;/p&gt;&lt;p&gt;Werte und Grenzen sind die, die QGIS zeigt und eine Schwellenwertmaske vergleicht, mit Skalierung und Offset, die am Kanal vermerkt sind.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Band</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The band whose values are counted; in scripts its number, from 1 on.</source>
            <translation>Der Kanal, dessen Werte gezählt werden; in Skripten seine Nummer, ab 1.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Bins</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Equal parts of the range of values, at most so many; bins of whole numbers hold equally many of them. Take more for data with few far values beside many near ones.</source>
            <translation>Gleiche Teile des Wertebereichs, höchstens so viele; Klassen ganzer Zahlen enthalten gleich viele davon. Mehr nehmen bei Daten mit wenigen fernen Werten neben vielen nahen.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smoothing (bins)</source>
            <translation>Glättung (Klassen)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Standard deviation of the Gaussian that smooths the counts. Raise it where chance makes small peaks, lower it to part peaks that lie close together; 0 takes the counts as they are.</source>
            <translation>Standardabweichung der Gaußkurve, die die Anzahlen glättet. Erhöhen, wo der Zufall kleine Gipfel macht, senken, um nahe beieinander liegende Gipfel zu trennen; 0 nimmt die Anzahlen, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest prominence (% of the highest bin)</source>
            <translation>Kleinste Prominenz (% der höchsten Klasse)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>How far a peak must rise above the valleys that part it from higher ones. The limit to try first: raise it to keep the main peaks only.</source>
            <translation>Wie weit ein Gipfel sich über die Täler erheben muss, die ihn von höheren trennen. Die Grenze, die zuerst zu versuchen ist: erhöhen, um nur die Hauptgipfel zu behalten.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest height (% of the highest bin)</source>
            <translation>Kleinste Höhe (% der höchsten Klasse)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Set it to leave out peaks of few pixels, however clearly they stand apart.</source>
            <translation>Setzen, um Gipfel aus wenigen Pixeln wegzulassen, so deutlich sie auch hervortreten.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest width (values)</source>
            <translation>Kleinste Breite (Werte)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>At half the prominence, in units of the band. Set it to leave out spikes, such as saturated pixels.</source>
            <translation>Bei halber Prominenz, in Einheiten des Kanals. Setzen, um schmale Spitzen wegzulassen, etwa gesättigte Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest distance (values)</source>
            <translation>Kleinster Abstand (Werte)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Between neighbouring peaks, in units of the band; of peaks that lie closer the highest one stays.</source>
            <translation>Zwischen benachbarten Gipfeln, in Einheiten des Kanals; von Gipfeln, die näher beieinander liegen, bleibt der höchste.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>HTML files (*.html)</source>
            <translation>HTML-Dateien (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Page with picture</source>
            <translation>Seite mit Diagramm</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The histogram with its peaks and their table in one file, for any browser.</source>
            <translation>Das Histogramm mit seinen Gipfeln und ihrer Tabelle in einer Datei, für jeden Browser.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>One row for each peak, to go on with in a spreadsheet or a script.</source>
            <translation>Eine Zeile für jeden Gipfel, zur Weiterarbeit in einer Tabellenkalkulation oder einem Skript.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Number of peaks</source>
            <translation>Anzahl der Gipfel</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Value of the highest peak</source>
            <translation>Wert des höchsten Gipfels</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>{} is neither a layer nor the name of a raster file.</source>
            <translation>{} ist weder ein Layer noch der Name einer Rasterdatei.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is not a raster; choose raster layers only.</source>
            <translation>Layer '{}' ist kein Raster; nur Rasterlayer wählen.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' comes from the provider '{}', not from a file that GDAL opens; export it to a GeoTIFF first.</source>
            <translation>Layer '{}' stammt vom Datenanbieter '{}', nicht aus einer Datei, die GDAL öffnet; zuerst in ein GeoTIFF exportieren.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is opened with {} in QGIS. These options are not used: the file is read as it is. Export the layer to a file where they matter.</source>
            <translation>Layer '{}' ist in QGIS mit {} geöffnet. Diese Optionen werden nicht verwendet: Die Datei wird gelesen, wie sie ist. Den Layer in eine Datei exportieren, wo sie wichtig sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has a filter in QGIS. It is not used: the whole file is read. Export the layer to a file where it matters.</source>
            <translation>Layer '{}' hat in QGIS einen Filter. Er wird nicht verwendet: Die ganze Datei wird gelesen. Den Layer in eine Datei exportieren, wo er wichtig ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has additional no data values in its QGIS properties. The file does not know them and they are not used; set the no data value of this tool instead.</source>
            <translation>Layer '{}' hat in seinen QGIS-Eigenschaften zusätzliche Nodata-Werte. Die Datei kennt sie nicht, und sie werden nicht verwendet; stattdessen den Nodata-Wert dieses Werkzeugs setzen.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' shows its no data value as data in QGIS. The file still declares it and it counts as no data. Export the layer without it where it is data.</source>
            <translation>Layer '{}' zeigt in QGIS seinen Nodata-Wert als Daten. Die Datei gibt ihn weiterhin an, und er zählt als Nodata. Den Layer ohne ihn exportieren, wo er Daten ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not one of the choices {}.</source>
            <translation>{}: '{}' ist keine der Möglichkeiten {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not an extent (xmin,xmax,ymin,ymax [EPSG:code]).</source>
            <translation>{}: '{}' ist keine Ausdehnung (xmin,xmax,ymin,ymax [EPSG:code]).</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not a coordinate system (such as EPSG:32633).</source>
            <translation>{}: '{}' ist kein Koordinatensystem (wie EPSG:32633).</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>Not used, because {} is empty: {}. Give both, or none.</source>
            <translation>Nicht verwendet, weil {} leer ist: {}. Beides angeben oder keines.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be a whole number, not '{}'.</source>
            <translation>{} muss eine ganze Zahl sein, nicht '{}'.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be {}, not '{}'.</source>
            <translation>{} muss {} sein, nicht '{}'.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number from {:g} to {:g}</source>
            <translation>eine Zahl von {:g} bis {:g}</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number of at least {:g}</source>
            <translation>eine Zahl von mindestens {:g}</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Load block maps</source>
            <translation>Blockkarten laden</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Corrects images by block maps that were saved before</source>
            <translation>Korrigiert Bilder durch früher gespeicherte Blockkarten</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,apply,spectralmatch</source>
            <translation>radiometrisch,Normalisierung,Farbausgleich,Farbangleichung,Block,Karte,Referenz,lokal,anwenden,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>&lt;p&gt;Corrects images by block maps written with &lt;i&gt;Save block maps&lt;/i&gt; or by spectralmatch.&lt;/p&gt;&lt;p&gt;Give the reference map, local maps, or both. A local map belongs to the image it was made from, known by its metadata, else by its file's name, that of the image or one that holds it; an image without a local map is measured on the maps' blocks and matched to the reference. With local maps alone the reference comes from them, those of images that are not in the run too.&lt;/p&gt;&lt;p&gt;For maps made by spectralmatch with gamma, choose gamma and turn off &lt;i&gt;Normalise values for gamma&lt;/i&gt;.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Korrigiert Bilder durch Blockkarten, die mit &lt;i&gt;Blockkarten speichern&lt;/i&gt; oder von spectralmatch geschrieben wurden.&lt;/p&gt;&lt;p&gt;Die Referenzkarte, lokale Karten oder beides angeben. Eine lokale Karte gehört zu dem Bild, aus dem sie entstand, erkannt an ihren Metadaten, sonst am Namen ihrer Datei, der der des Bildes ist oder ihn enthält; ein Bild ohne lokale Karte wird auf den Blöcken der Karten gemessen und an die Referenz angeglichen. Mit lokalen Karten allein kommt die Referenz aus ihnen, auch aus denen von Bildern, die nicht in diesem Lauf sind.&lt;/p&gt;&lt;p&gt;Für Karten, die spectralmatch mit Gamma erstellt hat, Gamma wählen und &lt;i&gt;Werte für Gamma normieren&lt;/i&gt; ausschalten.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>{} balanced by block maps</source>
            <translation>{} durch Blockkarten angeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Reference block map</source>
            <translation>Referenz-Blockkarte</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>What the images should agree on. Give it for images that have no local map of their own.</source>
            <translation>Worin die Bilder übereinstimmen sollen. Angeben für Bilder, die keine eigene lokale Karte haben.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Local block maps</source>
            <translation>Lokale Blockkarten</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Maps of these images, or the folder that holds them; saves measuring them again. Leave it empty for new images, which are then measured. Without a reference map all maps make the reference, those of images that are not in this run too.</source>
            <translation>Karten dieser Bilder oder der Ordner, der sie enthält; erspart ein neues Messen. Leer lassen für neue Bilder, die dann gemessen werden. Ohne Referenzkarte bilden alle Karten die Referenz, auch die von Bildern, die nicht in diesem Lauf sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Set it for maps that do not say what they were made for, such as those of spectralmatch; maps written here know it and go first. linear multiplies. gamma changes middle tones most and keeps black and the upper level. offset is gamma on shifted values, for data that touch zero or lie below it. additive adds: for decibels, temperatures and differences.</source>
            <translation>Setzen für Karten, die nicht sagen, wofür sie erstellt wurden, etwa die von spectralmatch; hier geschriebene Karten wissen es und gehen vor. Linear multipliziert. Gamma ändert mittlere Töne am meisten und erhält Schwarz und das obere Niveau. Offset ist Gamma auf verschobenen Werten, für Daten, die Null berühren oder darunter liegen. Additiv addiert: für Dezibel, Temperaturen und Differenzen.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Give the reference block map (REFERENCE_MAP), local block maps (LOCAL_MAPS), or both.</source>
            <translation>Die Referenz-Blockkarte (REFERENCE_MAP), lokale Blockkarten (LOCAL_MAPS) oder beides angeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Local block adjustment</source>
            <translation>Lokale Blockanpassung</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Evens out differences that vary inside overlapping images, block by block</source>
            <translation>Gleicht Unterschiede, die innerhalb überlappender Bilder schwanken, Block für Block aus</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>radiometric,normalize,normalise,normalization,normalisation,harmonize,harmonise,color balancing,colour balance,tone,dodging,flat field,illumination,vignetting,haze,mosaic,overlap area,block,seam</source>
            <translation>radiometrisch,normalisieren,Normalisierung,harmonisieren,Farbausgleich,Farbangleichung,Tonwert,Dodging,Flatfield,Beleuchtung,Vignettierung,Dunst,Mosaik,Überlappungsbereich,Block,Naht</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>&lt;p&gt;Evens out differences that vary inside the images, such as haze, vignetting and illumination. The ground is divided into blocks; each image gets a correction per block, interpolated smoothly between the blocks' centres.&lt;/p&gt;&lt;p&gt;Balance the images with &lt;i&gt;Global regression&lt;/i&gt; first: this step is meant for what remains.&lt;/p&gt;&lt;p&gt;Blocks where the ground itself changed (cloud, flood) are found and left out of the fit. Away from overlaps the correction fades out.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gleicht Unterschiede aus, die innerhalb der Bilder schwanken, etwa durch Dunst, Vignettierung und Beleuchtung. Der Boden wird in Blöcke geteilt; jedes Bild erhält eine Korrektur je Block, glatt interpoliert zwischen den Mitten der Blöcke.&lt;/p&gt;&lt;p&gt;Die Bilder zuerst mit &lt;i&gt;Globale Regression&lt;/i&gt; angleichen: Dieser Schritt ist für das gedacht, was bleibt.&lt;/p&gt;&lt;p&gt;Blöcke, in denen sich der Boden selbst geändert hat (Wolke, Hochwasser), werden erkannt und nicht in die Anpassung einbezogen. Abseits von Überlappungen läuft die Korrektur aus.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>{} balanced locally</source>
            <translation>{} lokal angeglichen</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local variance</source>
            <translation>Lokale Varianz</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance, standard deviation or mean in a moving window of any size</source>
            <translation>Varianz, Standardabweichung oder Mittelwert in einem gleitenden Fenster beliebiger Größe</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>local,variance,standard deviation,mean,moving window,focal statistics,neighborhood,neighbourhood,texture,roughness,noise,filter,smooth</source>
            <translation>lokal,Varianz,Standardabweichung,Mittelwert,gleitendes Fenster,fokale Statistik,Nachbarschaft,Textur,Rauigkeit,Rauschen,Filter,glätten</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>&lt;p&gt;Gives every pixel the variance, standard deviation or mean of the pixels in a window around it, band by band: a measure of texture and noise, or a plain smoothing. Only valid pixels count, also for centres that are not valid themselves.&lt;/p&gt;&lt;p&gt;Large windows take little longer than small ones (501 x 501 about twice as long as 3 x 3), and large values take no precision from a small variance. The result is floating point; no data is NaN.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gibt jedem Pixel die Varianz, die Standardabweichung oder den Mittelwert der Pixel in einem Fenster ringsum, Kanal für Kanal: ein Maß für Textur und Rauschen oder eine einfache Glättung. Nur gültige Pixel zählen, auch bei Mitten, die selbst nicht gültig sind.&lt;/p&gt;&lt;p&gt;Große Fenster dauern wenig länger als kleine (501 x 501 etwa doppelt so lange wie 3 x 3), und große Werte nehmen einer kleinen Varianz keine Genauigkeit. Das Ergebnis ist Gleitkomma; Nodata ist NaN.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Statistic</source>
            <translation>Statistik</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance: squared units, for sums and comparisons of energy. Standard deviation: the same in the image's own units. Mean: smooths the image.</source>
            <translation>Varianz: quadrierte Einheiten, für Summen und Energievergleiche. Standardabweichung: dasselbe in den Einheiten des Bildes. Mittelwert: glättet das Bild.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Width (pixels)</source>
            <translation>Breite (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>About the size of what you look for: small windows show edges and noise, large ones texture. The centre of an even window is the pixel after its middle, as in scipy.</source>
            <translation>Etwa so groß wie das, was gesucht wird: Kleine Fenster zeigen Kanten und Rauschen, große Textur. Die Mitte eines geraden Fensters ist das Pixel nach seiner Mitte, wie in scipy.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Height (pixels)</source>
            <translation>Höhe (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>At the image's edges</source>
            <translation>An den Bildrändern</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Reflecting mirrors the image at its edge. Repeating the last pixel lowers the variance there. Shrinking lets windows end at the edge: choose it when nothing may be counted twice.</source>
            <translation>Spiegeln setzt das Bild an seinem Rand gespiegelt fort. Das Wiederholen des letzten Pixels senkt dort die Varianz. Verkleinern lässt Fenster am Rand enden: wählen, wenn nichts doppelt zählen darf.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A window with a smaller share of valid pixels gives no data. Raise it to 1 to keep away from holes and borders, lower it to look into narrow valid strips.</source>
            <translation>Ein Fenster mit einem kleineren Anteil gültiger Pixel ergibt Nodata. Auf 1 erhöhen, um Abstand von Löchern und Rändern zu halten; senken, um in schmale gültige Streifen zu sehen.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Sample variance</source>
            <translation>Stichprobenvarianz</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Divides by one less than the number of pixels. Turn it on when the window is a sample of something larger, for the noise of a sensor from small windows for example.</source>
            <translation>Teilt durch eins weniger als die Anzahl der Pixel. Einschalten, wenn das Fenster eine Stichprobe von etwas Größerem ist, etwa für das Rauschen eines Sensors aus kleinen Fenstern.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Step (pixels)</source>
            <translation>Schritt (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>From one window to the next, to the right and down; the result's pixels are so many times as large. As large as the window: windows lie side by side. A small raster for a first look, or for a table.</source>
            <translation>Von einem Fenster zum nächsten, nach rechts und unten; die Pixel des Ergebnisses sind um so viele Male größer. So groß wie das Fenster: Fenster liegen nebeneinander. Für ein kleines Raster zum ersten Ansehen oder für eine Tabelle.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Depth (bands)</source>
            <translation>Tiefe (Kanäle)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Bands that a window reaches over, for stacks of dates or spectra: each band of the result is of the bands around it, in the order of the list. 1 takes every band by itself.</source>
            <translation>Kanäle, über die ein Fenster reicht, für Stapel von Zeitpunkten oder Spektren: Jeder Kanal des Ergebnisses gilt für die Kanäle um ihn, in der Reihenfolge der Liste. 1 nimmt jeden Kanal für sich.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local statistic</source>
            <translation>Lokale Statistik</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A GeoTIFF on the image's grid, with a step on one with larger pixels, with one band for each chosen one, Float32, or Float64 for images of doubles and 32-bit integers.</source>
            <translation>Ein GeoTIFF auf dem Gitter des Bildes, mit einem Schritt auf einem mit größeren Pixeln, mit einem Kanal für jeden gewählten, Float32, oder Float64 bei Bildern aus Double-Werten und 32-Bit-Ganzzahlen.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Average over all bands and pixels</source>
            <translation>Durchschnitt über alle Kanäle und Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Mask rasters</source>
            <translation>Raster maskieren</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Blanks images inside or outside polygons, each by its own polygons if wanted</source>
            <translation>Leert Bilder innerhalb oder außerhalb von Polygonen, auf Wunsch jedes durch seine eigenen</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>mask,clip,cutline,blank,nodata,no data,polygon,cloud,erase,footprint,spectralmatch</source>
            <translation>Maske,maskieren,clip,zuschneiden,Schnittlinie,leeren,Nodata,keine Daten,Polygon,Wolke,löschen,Umriss,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>&lt;p&gt;Writes copies of images with the pixels outside polygons blanked, or those inside. All other pixels, the size, data type, no data value, bands and metadata stay as they are.&lt;/p&gt;&lt;p&gt;Blanked pixels get the image's no data value, no opacity where it has an alpha band, or no place in its mask. An image that has none of these gets a mask inside the file, because any value of its bands may be data.&lt;/p&gt;&lt;p&gt;To keep clouds from shaping a correction, give the polygons to the Balance tool instead: the clouds then stay in the image and do not count.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Schreibt Kopien von Bildern, in denen die Pixel außerhalb von Polygonen geleert sind, oder die innerhalb. Alle anderen Pixel, Größe, Datentyp, Nodata-Wert, Kanäle und Metadaten bleiben, wie sie sind.&lt;/p&gt;&lt;p&gt;Geleerte Pixel erhalten den Nodata-Wert des Bildes, keine Deckkraft, wo es einen Alphakanal hat, oder gelten in seiner Maske als ungültig. Ein Bild, das nichts davon hat, erhält eine Maske in der Datei, weil jeder Wert seiner Kanäle Daten sein kann.&lt;/p&gt;&lt;p&gt;Damit Wolken eine Korrektur nicht prägen, die Polygone stattdessen dem Werkzeug „Farben angleichen“ geben: Die Wolken bleiben dann im Bild und zählen nicht.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>{} masked</source>
            <translation>{} maskiert</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Raster layers or files; they may differ in everything.</source>
            <translation>Rasterlayer oder Dateien; sie dürfen sich in allem unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Polygons</source>
            <translation>Polygone</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>In any coordinate system. Tick the box for selected features when only some of them should count.</source>
            <translation>In beliebigem Koordinatensystem. Das Kästchen für gewählte Objekte ankreuzen, wenn nur einige davon zählen sollen.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Use of the polygons</source>
            <translation>Verwendung der Polygone</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>include keeps what lies inside the polygons and blanks the rest. exclude blanks what lies inside, for polygons drawn around clouds for example.</source>
            <translation>Einschließen behält, was in den Polygonen liegt, und leert den Rest. Ausschließen leert, was darin liegt, etwa für Polygone um Wolken.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Field with the image's name</source>
            <translation>Feld mit dem Namen des Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Count every pixel that a polygon touches</source>
            <translation>Jedes Pixel zählen, das ein Polygon berührt</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Normally a pixel lies inside when its centre does. Turn it on when narrow polygons must not be missed, or no pixel of an excluded area may be left.</source>
            <translation>Normalerweise liegt ein Pixel innerhalb, wenn seine Mitte es tut. Einschalten, wenn schmale Polygone nicht verfehlt werden dürfen oder kein Pixel einer ausgeschlossenen Fläche übrig bleiben darf.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Include: keep what lies inside, blank the rest</source>
            <translation>Einschließen: behalten, was innen liegt, den Rest leeren</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Exclude: blank what lies inside</source>
            <translation>Ausschließen: leeren, was innen liegt</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Masked images</source>
            <translation>Maskierte Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Joins overlapping images into one raster, with seams where they are least visible, blended</source>
            <translation>Fügt überlappende Bilder zu einem Raster zusammen, mit überblendeten Nähten, wo sie am wenigsten sichtbar sind</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,seam,stitch,blend,feather,multiband,pyramid,join,combine,gdal_merge,OTB</source>
            <translation>nahtloses Mosaik,Orthomosaik,Orthophoto,zusammenführen,Naht,Stitching,merge,überblenden,Feather,Multiband,Pyramide,verbinden,kombinieren,gdal_merge,OTB</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>&lt;p&gt;Joins images that agree in colour (see &lt;i&gt;Balance&lt;/i&gt;) into one raster. Data type, no data value, masks, alpha, bands and their names are kept; the mosaic has data exactly where one of the images has some. Images of other grids, resolutions and coordinate systems are resampled once.&lt;/p&gt;&lt;p&gt;Seams go along paths where the images differ least, and can be edited as polygons (see &lt;i&gt;Seamlines&lt;/i&gt;). Things that move, as cars and waves, are shown by one image or not at all.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Fügt Bilder, deren Farben übereinstimmen (siehe &lt;i&gt;Farben angleichen&lt;/i&gt;), zu einem Raster zusammen. Datentyp, Nodata-Wert, Masken, Alpha, Kanäle und deren Namen bleiben erhalten; das Mosaik hat genau dort Daten, wo eines der Bilder Daten hat. Bilder mit anderen Gittern, Auflösungen und Koordinatensystemen werden einmal neu abgetastet.&lt;/p&gt;&lt;p&gt;Nähte folgen Wegen, auf denen sich die Bilder am wenigsten unterscheiden, und lassen sich als Polygone bearbeiten (siehe &lt;i&gt;Nahtlinien&lt;/i&gt;). Dinge, die sich bewegen, etwa Autos und Wellen, werden von einem Bild gezeigt oder gar nicht.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where images overlap</source>
            <translation>Wo sich Bilder überlappen</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One image, with seams between them: for pictures without visible joins. The first or last: the image that comes first or last in the list, band by band. Mean, median, smallest or largest value: of all images that have data there, for measurements; means blur what does not lie exactly alike, the median of three and more images leaves out what moves.</source>
            <translation>Ein Bild, mit Nähten dazwischen: für Bilder ohne sichtbare Übergänge. Das erste oder letzte: das Bild, das in der Liste zuerst oder zuletzt kommt, Kanal für Kanal. Mittelwert, Median, kleinster oder größter Wert: aller Bilder, die dort Daten haben, für Messungen; Mittelwerte verwischen, was nicht genau gleich liegt, der Median von drei und mehr Bildern lässt weg, was sich bewegt.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Blending along seams</source>
            <translation>Überblendung entlang der Nähte</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Feather: within a strip along the seam. Multi-band: coarse differences within a wide strip, fine structures within a narrow one; for images that still differ in tone, takes longer. None: every pixel keeps exactly the value of its image, for measurements and classes.</source>
            <translation>Feather: in einem Streifen entlang der Naht. Mehrskalen: grobe Unterschiede in einem breiten Streifen, feine Strukturen in einem schmalen; für Bilder, die sich im Ton noch unterscheiden, dauert länger. Keine: Jedes Pixel behält genau den Wert seines Bildes, für Messungen und Klassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Width of the feather (pixels)</source>
            <translation>Breite des weichen Übergangs (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Wider hides differences of tone better; where images do not lie exactly alike, detail within the strip gets softer.</source>
            <translation>Breiter verdeckt Tonunterschiede besser; wo Bilder nicht genau gleich liegen, werden Details im Streifen weicher.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Levels of the multi-band blend</source>
            <translation>Stufen der Mehrskalenüberblendung</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Each one doubles the width of the strip. Lower it for narrow overlaps, raise it for wide ones with smooth differences of tone.</source>
            <translation>Jede verdoppelt die Breite des Streifens. Senken bei schmalen Überlappungen, erhöhen bei breiten mit sanften Tonunterschieden.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Keep the multi-band blend within the images' values</source>
            <translation>Mehrskalenüberblendung auf Werte der Bilder begrenzen</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>No pixel gets brighter or darker than all images that show it. Turn it off only where tiny steps at the ends of overlaps matter more.</source>
            <translation>Kein Pixel wird heller oder dunkler als alle Bilder, die es zeigen. Nur ausschalten, wo winzige Stufen an den Enden von Überlappungen wichtiger sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One raster, with data exactly where one of the images has some.</source>
            <translation>Ein Raster, mit Daten genau dort, wo eines der Bilder Daten hat.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Write tiles of this size (pixels)</source>
            <translation>Kacheln dieser Größe schreiben (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Empty, or 0, writes one raster. For very large mosaics, or programs that want files of one size, give the side of a tile, such as 10000: the mosaic is written as GeoTIFFs or COGs named by row and column, without those that would be empty, and a virtual raster (VRT) over them, which is the result. Tiles of an earlier run under this name are replaced.</source>
            <translation>Leer oder 0 schreibt ein Raster. Für sehr große Mosaike oder Programme, die Dateien einer Größe verlangen, die Seite einer Kachel angeben, etwa 10000: Das Mosaik wird als GeoTIFFs oder COGs geschrieben, benannt nach Zeile und Spalte, ohne die, die leer wären, und darüber ein virtuelles Raster (VRT), das das Ergebnis ist. Kacheln eines früheren Laufs unter diesem Namen werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Folder for tiles</source>
            <translation>Ordner für Kacheln</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where tiles and the virtual raster over them go, named as the mosaic's file. Empty takes the folder of that file. Not used for one raster.</source>
            <translation>Wohin Kacheln und das virtuelle Raster darüber kommen, benannt wie die Datei des Mosaiks. Leer nimmt den Ordner dieser Datei. Bei einem Raster nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Source map</source>
            <translation>Herkunftskarte</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>A raster of which image each pixel comes from: its place in the list, from 1 on; the names are in its metadata. With seamlines only.</source>
            <translation>Ein Raster, aus welchem Bild jedes Pixel stammt: sein Platz in der Liste, ab 1; die Namen stehen in den Metadaten. Nur mit Nahtlinien.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Measure the seams for the report</source>
            <translation>Die Nähte für den Bericht messen</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>The report then says of each two images how visible their seam is: its cost beside that of the overlap, and by how much the images differ along it. Reads the overlaps once more.</source>
            <translation>Der Bericht sagt dann für je zwei Bilder, wie sichtbar ihre Naht ist: ihre Kosten verglichen mit denen der Überlappung, und um wie viel sich die Bilder entlang der Naht unterscheiden. Liest die Überlappungen noch einmal.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Seam polygons</source>
            <translation>Nahtpolygone</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>OUTPUT_FOLDER counts with TILE_SIZE only, so it is not used: give both, or none.</source>
            <translation>OUTPUT_FOLDER zählt nur mit TILE_SIZE und wird daher nicht verwendet: beides angeben oder keines.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Overlap report</source>
            <translation>Überlappungsbericht</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>How well images agree where they overlap, before and after any tool, and why they do not</source>
            <translation>Wie gut Bilder in ihren Überlappungen übereinstimmen, vor und nach beliebigen Werkzeugen, und warum nicht</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>report,quality,accuracy,RMSE,bias,difference,compare,comparison,overlap,statistics,spectra,check,validation,html,csv,json,mosaic,normalization,normalisation,homonim</source>
            <translation>Bericht,Qualität,Genauigkeit,RMSE,Bias,Differenz,vergleichen,Vergleich,Überlappung,Statistik,Spektren,prüfen,Validierung,html,csv,json,Mosaik,Normalisierung,homonim</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>&lt;p&gt;Measures how well images agree on the ground that they share, and writes it as one page: a verdict with the limits that it is judged by, what stands out (clouds, water, other units, images that lie elsewhere), the overlaps on a map, and figures of each image and each pair. No image is changed.&lt;/p&gt;&lt;p&gt;Use it before balancing, to see what to mask or align first, or afterwards with the images of both sides, whatever tool changed them.&lt;/p&gt;&lt;p&gt;The tools of the groups Balance and Mosaic write the same page about their own run.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Misst, wie gut Bilder auf ihrem gemeinsamen Boden übereinstimmen, und schreibt das Ergebnis als eine Seite: ein Urteil mit den Grenzen, nach denen es gefällt wird, was auffällt (Wolken, Wasser, andere Einheiten, Bilder, die anderswo liegen), die Überlappungen auf einer Karte und Kennzahlen zu jedem Bild und jedem Paar. Kein Bild wird geändert.&lt;/p&gt;&lt;p&gt;Vor dem Angleichen verwenden, um zu sehen, was zuerst zu maskieren oder auszurichten ist, oder danach mit den Bildern beider Seiten, welches Werkzeug sie auch geändert hat.&lt;/p&gt;&lt;p&gt;Die Werkzeuge der Gruppen „Farben angleichen“ und „Mosaik“ schreiben die gleiche Seite über ihren eigenen Lauf.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The same images changed</source>
            <translation>Dieselben Bilder, geändert</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Give what any tool made of the images, one for each: the page then compares before and after. An image whose name begins with that of another belongs to it; where names do not tell, their order does.</source>
            <translation>Angeben, was ein beliebiges Werkzeug aus den Bildern gemacht hat, eines für jedes: Die Seite vergleicht dann vorher und nachher. Ein Bild, dessen Name mit dem eines anderen beginnt, gehört zu ihm; wo Namen nichts sagen, entscheidet die Reihenfolge.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Detailed: read the images a second time</source>
            <translation>Ausführlich: die Bilder ein zweites Mal lesen</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Adds histograms of all images, and maps of differences and scatter plots of the overlaps that agree least, band by band, and finer pictures. Takes about twice as long.</source>
            <translation>Ergänzt Histogramme aller Bilder sowie Differenzkarten und Streudiagramme der Überlappungen, die am wenigsten übereinstimmen, Kanal für Kanal, und feinere Bilder. Dauert etwa doppelt so lange.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>One page that opens in any browser, without a network, and prints.</source>
            <translation>Eine Seite, die sich in jedem Browser ohne Netz öffnen und drucken lässt.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>JSON files (*.json)</source>
            <translation>JSON-Dateien (*.json)</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>All figures as data</source>
            <translation>Alle Kennzahlen als Daten</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Take it to go on with the figures in a script.</source>
            <translation>Verwenden, um mit den Kennzahlen in einem Skript weiterzuarbeiten.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Table of pairs</source>
            <translation>Tabelle der Paare</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>A row for each two images that overlap and each band, to go on with in a spreadsheet.</source>
            <translation>Eine Zeile für je zwei Bilder, die sich überlappen, und jeden Kanal, zur Weiterarbeit in einer Tabellenkalkulation.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The images to compare, with the same bands in the same order: as they are, or before a change where the changed ones are given too. They may differ in grid, resolution and coordinate system.</source>
            <translation>Die zu vergleichenden Bilder, mit denselben Kanälen in derselben Reihenfolge: wie sie sind, oder vor einer Änderung, wo auch die geänderten angegeben sind. Sie dürfen sich in Gitter, Auflösung und Koordinatensystem unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask of unchanged ground</source>
            <translation>Maske unveränderten Bodens</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Finds where the ground did not change between two images</source>
            <translation>Findet, wo sich der Boden zwischen zwei Bildern nicht geändert hat</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>pseudo-invariant features,PIF,change detection,IR-MAD,no-change,radiometric,normalization,normalisation,mask,polygons</source>
            <translation>pseudoinvariante Objekte,PIF,Änderungserkennung,IR-MAD,keine Änderung,radiometrisch,Normalisierung,Maske,Polygone</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>&lt;p&gt;Compares two overlapping images of different dates and tells where they show the same ground (pseudo-invariant features): 1 unchanged, 0 changed, no data where one of them has no pixel. Differences in brightness and contrast between the images do not count for change.&lt;/p&gt;&lt;p&gt;The raster lies on the grid of the first image, or on that of the second where its pixels are larger. The polygons can be given as &lt;i&gt;Mask polygons&lt;/i&gt; to the tools of the group Balance, which then take their statistics from unchanged ground.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Vergleicht zwei überlappende Bilder verschiedener Zeitpunkte und sagt, wo sie denselben Boden zeigen (pseudoinvariante Objekte): 1 unverändert, 0 verändert, Nodata, wo eines von ihnen kein Pixel hat. Unterschiede der Bilder in Helligkeit und Kontrast zählen nicht als Veränderung.&lt;/p&gt;&lt;p&gt;Das Raster liegt auf dem Gitter des ersten Bildes, oder auf dem des zweiten, wo dessen Pixel größer sind. Die Polygone können den Werkzeugen der Gruppe „Farben angleichen“ als &lt;i&gt;Maskenpolygone&lt;/i&gt; gegeben werden, die ihre Statistiken dann aus unverändertem Boden nehmen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>{} unchanged ground</source>
            <translation>{} unveränderter Boden</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster layer or file. The mask covers its extent.</source>
            <translation>Ein Rasterlayer oder eine Datei. Die Maske deckt seine Ausdehnung ab.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image to compare with</source>
            <translation>Vergleichsbild</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>An image of the same ground with the same bands in the same order. It may differ in grid, resolution and coordinate system.</source>
            <translation>Ein Bild desselben Bodens mit denselben Kanälen in derselben Reihenfolge. Es darf sich in Gitter, Auflösung und Koordinatensystem unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Robust line: changed is what lies far from a robust line in any band. IR-MAD: changed is what differs in the combinations of all bands that agree best; choose it with four or more bands. Match points: unchanged are only stable regions around points that both images show, few and sure; needs OpenCV.</source>
            <translation>Robuste Gerade: Verändert ist, was in irgendeinem Kanal weit von einer robusten Geraden liegt. IR-MAD: Verändert ist, was sich in den Kombinationen aller Kanäle unterscheidet, die am besten übereinstimmen; wählen bei vier oder mehr Kanälen. Übereinstimmende Punkte: Unverändert sind nur stabile Gebiete um Punkte, die beide Bilder zeigen, wenige und sichere; braucht OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>How sure a change must be (0 to 1)</source>
            <translation>Wie sicher eine Veränderung sein muss (0 bis 1)</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>For the robust line and IR-MAD. With 0.95, about 5 of 100 unchanged pixels are taken for changed. Raise it to lose less unchanged ground, lower it to let less change through.</source>
            <translation>Für die robuste Gerade und IR-MAD. Bei 0,95 werden etwa 5 von 100 unveränderten Pixeln für verändert gehalten. Erhöhen, um weniger unveränderten Boden zu verlieren; senken, um weniger Veränderung durchzulassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster of bytes: 1 unchanged, 0 changed, 255 no data.</source>
            <translation>Ein Byte-Raster: 1 unverändert, 0 verändert, 255 Nodata.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Polygons of unchanged ground</source>
            <translation>Polygone unveränderten Bodens</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Outlines of the pixels that are 1. Give a file to use them as mask polygons for balancing.</source>
            <translation>Umrisse der Pixel, die 1 sind. Eine Datei angeben, um sie als Maskenpolygone beim Angleichen zu verwenden.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>it cannot be read ({detail})</source>
            <translation>nicht lesbar ({detail})</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: at least {} rasters are needed, {} given.</source>
            <translation>{}: mindestens {} Raster sind nötig, {} angegeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: one raster is needed, not {}.</source>
            <translation>{}: ein Raster ist nötig, nicht {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a polygon layer that QGIS can open.</source>
            <translation>{}: '{}' ist kein Polygonlayer, den QGIS öffnen kann.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a table or layer that QGIS can open.</source>
            <translation>{}: '{}' ist keine Tabelle und kein Layer, den QGIS öffnen kann.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: the layer '{}' of this file is being edited: save or discard first.</source>
            <translation>{}: der Layer '{}' dieser Datei wird gerade bearbeitet: zuerst speichern oder verwerfen.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{} is missing: no raster is given.</source>
            <translation>{} fehlt: Kein Raster ist angegeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>'{}' holds no polygon, so nothing is excluded: leave it empty.</source>
            <translation>'{}' enthält kein Polygon, also wird nichts ausgeschlossen: leer lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' holds no polygon to use.</source>
            <translation>{}: '{}' enthält kein verwendbares Polygon.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' has no polygons.</source>
            <translation>{}: '{}' hat keine Polygone.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>Left out, because they name no image in '{}': {} polygons of {}. Write the images' names there.</source>
            <translation>Ausgelassen, weil sie in '{}' kein Bild nennen: {} Polygone von {}. Dort die Namen der Bilder eintragen.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: the layer has no field '{}'; it has {}.</source>
            <translation>{}: der Layer hat kein Feld '{}'; er hat {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview balance</source>
            <translation>Vorschau der Farbangleichung</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Shows what balancing would give, as virtual rasters, without writing a pixel</source>
            <translation>Zeigt als virtuelle Raster, was das Angleichen ergäbe, ohne ein Pixel zu schreiben</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>&lt;p&gt;Gives the same result as &lt;i&gt;Balance&lt;/i&gt; as virtual rasters (VRT): small recipes that read the images and correct them on the way. After the statistics they are written at once, whatever the images' size. Try settings with it, then run &lt;i&gt;Balance&lt;/i&gt; with those that please.&lt;/p&gt;&lt;p&gt;The images must stay where they are; images in the folder of the results, or below it, can be moved with it. The corrections linear and additive can be shown, gamma and offset cannot. Data type, no data value and clipping are those of the result; values may differ by the rounding of halves, and the share of clipped values is an estimate from statistics.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Liefert dasselbe Ergebnis wie &lt;i&gt;Farben angleichen&lt;/i&gt; als virtuelle Raster (VRT): kleine Rezepte, die die Bilder lesen und unterwegs korrigieren. Sind die Statistiken bekannt, werden sie sofort geschrieben, wie groß die Bilder auch sind. Damit Einstellungen ausprobieren, dann &lt;i&gt;Farben angleichen&lt;/i&gt; mit denen ausführen, die gefallen.&lt;/p&gt;&lt;p&gt;Die Bilder müssen bleiben, wo sie sind; Bilder im Ordner der Ergebnisse oder darunter lassen sich mit ihm verschieben. Die Korrekturen Linear und Additiv lassen sich zeigen, Gamma und Offset nicht. Datentyp, Nodata-Wert und Abschneiden sind die des Ergebnisses; Werte können um die Rundung halber Werte abweichen, und der Anteil abgeschnittener Werte ist eine Schätzung aus Statistiken.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview: {}</source>
            <translation>Vorschau: {}</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a time of day</source>
            <translation>eine Uhrzeit</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>an interval</source>
            <translation>ein Intervall</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a geometry</source>
            <translation>eine Geometrie</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a feature</source>
            <translation>ein Objekt</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a list</source>
            <translation>eine Liste</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a map</source>
            <translation>eine Map</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>binary data</source>
            <translation>Binärdaten</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION gives no rank for {}: {}.</source>
            <translation>RANK_EXPRESSION ergibt keinen Rang für {}: {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION '{}' cannot be used: {}.</source>
            <translation>RANK_EXPRESSION '{}' kann nicht verwendet werden: {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION is missing: seams by rank go by the number that it gives.</source>
            <translation>RANK_EXPRESSION fehlt: Nähte nach Rang richten sich nach der Zahl, die er ergibt.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>Not used, because only seams by rank need it: {}. Choose METHOD rank, or leave it empty.</source>
            <translation>Nicht verwendet, weil nur Nähte nach Rang es brauchen: {}. METHOD rank wählen oder es leer lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no fields: choose a table with a field of the images' names.</source>
            <translation>RANK_TABLE hat keine Felder: eine Tabelle mit einem Feld der Bildnamen wählen.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no row for any image: no field holds their names ({}), exactly.</source>
            <translation>RANK_TABLE hat für kein Bild eine Zeile: Kein Feld enthält genau ihre Namen ({}).</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has more than one row for {}: leave one of them.</source>
            <translation>RANK_TABLE hat mehr als eine Zeile für {}: nur eine davon stehen lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>something else</source>
            <translation>etwas anderes</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is {}, which is no number</source>
            <translation>er ist {}, also keine Zahl</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL, and RANK_TABLE has no row for the image</source>
            <translation>er ist NULL, und RANK_TABLE hat keine Zeile für das Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL: coalesce() gives such images a number</source>
            <translation>er ist NULL: coalesce() gibt solchen Bildern eine Zahl</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>'{}' is no number</source>
            <translation>'{}' ist keine Zahl</translation>
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used: do you mean {}?</source>
            <translation>{} ist kein Parameter dieses Werkzeugs und wird nicht verwendet: Ist {} gemeint?</translation>
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used. It has {}.</source>
            <translation>{} ist kein Parameter dieses Werkzeugs und wird nicht verwendet. Es hat {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing.</source>
            <translation>{} fehlt.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing: {}.</source>
            <translation>{} fehlt: {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{}: '{}' cannot be used here.</source>
            <translation>{}: '{}' kann hier nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Save block maps</source>
            <translation>Blockkarten speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Writes the maps of block means that local adjustment uses, and no image</source>
            <translation>Schreibt die Karten der Blockmittel, die die lokale Anpassung verwendet, und kein Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,spectralmatch</source>
            <translation>radiometrisch,Normalisierung,Farbausgleich,Farbangleichung,Block,Karte,Referenz,lokal,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>&lt;p&gt;Computes what &lt;i&gt;Local block adjustment&lt;/i&gt; would apply and writes it as small rasters, one value per block and band: a local map for each image (its block means and what they should become) and one reference map for all.&lt;/p&gt;&lt;p&gt;Look at the maps to judge the correction, edit them, or apply them with &lt;i&gt;Load block maps&lt;/i&gt;, to these images or to others on the same ground. Given the maps of an earlier run, those of further images are added to them.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Berechnet, was &lt;i&gt;Lokale Blockanpassung&lt;/i&gt; anwenden würde, und schreibt es als kleine Raster, ein Wert je Block und Kanal: eine lokale Karte für jedes Bild (seine Blockmittel und was sie werden sollen) und eine Referenzkarte für alle.&lt;/p&gt;&lt;p&gt;Die Karten ansehen, um die Korrektur zu beurteilen, sie bearbeiten, oder sie mit &lt;i&gt;Blockkarten laden&lt;/i&gt; anwenden, auf diese Bilder oder auf andere desselben Bodens. Sind die Karten eines früheren Laufs angegeben, werden die weiterer Bilder zu ihnen hinzugefügt.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local change of {}</source>
            <translation>Lokale Änderung von {}</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One value per block and band: what all images should agree on. Needed for images that have no local map of their own.</source>
            <translation>Ein Wert je Block und Kanal: worin alle Bilder übereinstimmen sollen. Nötig für Bilder, die keine eigene lokale Karte haben.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Folder for the local block maps</source>
            <translation>Ordner für die lokalen Blockkarten</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One raster per image, named after it. Made when it does not exist.</source>
            <translation>Ein Raster je Bild, nach ihm benannt. Wird angelegt, wenn er nicht vorhanden ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Images (two or more; one beside maps to extend)</source>
            <translation>Bilder (zwei oder mehr; eines neben zu erweiternden Karten)</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Reference block map to extend</source>
            <translation>Zu erweiternde Referenz-Blockkarte</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Of an earlier run, whose blocks are used again. It stays as it is, and the images are to follow it. Empty: the reference comes from all local maps, given and new.</source>
            <translation>Von einem früheren Lauf, dessen Blöcke wieder verwendet werden. Sie bleibt, wie sie ist, und die Bilder sollen ihr folgen. Leer: Die Referenz kommt aus allen lokalen Karten, den angegebenen und den neuen.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local block maps to extend</source>
            <translation>Zu erweiternde lokale Blockkarten</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Maps of an earlier run, or their folder, to which the images' maps are added on the same blocks. Those given are written as they are; their images need not be in this run. Blocks and correction are those of the maps.</source>
            <translation>Karten eines früheren Laufs oder ihr Ordner, zu denen die Karten der Bilder auf denselben Blöcken hinzugefügt werden. Die angegebenen werden geschrieben, wie sie sind; ihre Bilder müssen nicht in diesem Lauf sein. Blöcke und Korrektur sind die der Karten.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Add the local maps to the project</source>
            <translation>Die lokalen Karten dem Projekt hinzufügen</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Blocks are then seen in colours: blue where values become less, white where they stay, red where they become more. Turn it off for intermediate steps of a model.</source>
            <translation>Blöcke sind dann in Farben zu sehen: blau, wo Werte kleiner werden, weiß, wo sie bleiben, rot, wo sie größer werden. Ausschalten für Zwischenschritte eines Modells.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Seamlines</source>
            <translation>Nahtlinien</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Finds which image gives which ground of a mosaic, along the least visible paths, as polygons to edit</source>
            <translation>Ermittelt, welches Bild welchen Boden eines Mosaiks liefert, entlang der am wenigsten sichtbaren Wege, als Polygone zum Bearbeiten</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>mosaic,seam,seamline,cutline,footprint,voronoi,shortest path,graph cut,orthophoto,orthomosaic,partition</source>
            <translation>Mosaik,Naht,Nahtlinie,Schnittlinie,Umriss,Voronoi,kürzester Weg,Graph Cut,Orthophoto,Orthomosaik,Aufteilung</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>&lt;p&gt;Divides the ground that overlapping images show among them: every pixel that any image has lies in the polygon of exactly one image that has it, whatever the shapes of the images.&lt;/p&gt;&lt;p&gt;Seams run along paths where the images differ least, keep away from edges of the images, and can be kept out of areas. Edit the polygons in QGIS and give them to &lt;i&gt;Mosaic&lt;/i&gt;, or back to this tool with a field that locks some of them.&lt;/p&gt;&lt;p&gt;Things that move, as cars and waves, are shown by one image or not at all; a seam may still cut through what all paths have to cross.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Teilt den Boden, den überlappende Bilder zeigen, unter ihnen auf: Jedes Pixel, das irgendein Bild hat, liegt im Polygon genau eines Bildes, das es hat, welche Form die Bilder auch haben.&lt;/p&gt;&lt;p&gt;Nähte folgen Wegen, auf denen sich die Bilder am wenigsten unterscheiden, halten Abstand von den Rändern der Bilder und lassen sich von Flächen fernhalten. Die Polygone in QGIS bearbeiten und an &lt;i&gt;Mosaik&lt;/i&gt; geben, oder zurück an dieses Werkzeug mit einem Feld, das einige davon sperrt.&lt;/p&gt;&lt;p&gt;Dinge, die sich bewegen, etwa Autos und Wellen, werden von einem Bild gezeigt oder gar nicht; eine Naht kann dennoch durchschneiden, was alle Wege queren müssen.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A GeoPackage or GeoJSON file with the fields image, number, area and rank. The polygons cover all ground that any image has, once.</source>
            <translation>Eine GeoPackage- oder GeoJSON-Datei mit den Feldern image, number, area und rank. Die Polygone decken allen Boden, den irgendein Bild hat, genau einmal ab.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Simplify borders by (map units)</source>
            <translation>Grenzen vereinfachen um (Karteneinheiten)</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty, or 0, keeps the edges of pixels, which bring exactly the same mosaic back. A few pixels make polygons with far fewer corners, which are easier to edit by hand: borders between two polygons move by no more than that and stay shared, the outline of all stays as it is.</source>
            <translation>Leer oder 0 behält die Kanten der Pixel, die genau dasselbe Mosaik zurückbringen. Einige Pixel ergeben Polygone mit weit weniger Ecken, die sich leichter von Hand bearbeiten lassen: Grenzen zwischen zwei Polygonen bewegen sich um nicht mehr als das und bleiben gemeinsam, der Umriss des Ganzen bleibt, wie er ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Table of seams</source>
            <translation>Tabelle der Nähte</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A CSV file with a row for each two images that meet: how long their seam is, what it costs beside any line through their overlap, and the step across it. Give a name to find the seams that are worth editing; reads the overlaps once more.</source>
            <translation>Eine CSV-Datei mit einer Zeile für je zwei Bilder, die aneinandergrenzen: wie lang ihre Naht ist, was sie verglichen mit irgendeiner Linie durch ihre Überlappung kostet, und die Stufe quer zu ihr. Einen Namen angeben, um die Nähte zu finden, deren Bearbeitung sich lohnt; liest die Überlappungen noch einmal.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images, each once; seams and polygons are made on this machine. Workers need the images under the same paths. Results are the same.</source>
            <translation>Leer arbeitet auf diesem Rechner. Die Adresse (tcp://host:8786) oder die Scheduler-Datei eines laufenden Dask-Clusters setzen: Seine Worker lesen die Bilder, jeweils einmal; Nähte und Polygone entstehen auf diesem Rechner. Die Worker brauchen die Bilder unter denselben Pfaden. Die Ergebnisse sind dieselben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Channel to compare</source>
            <translation>Zu vergleichender Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance takes the first three bands as red, green and blue. In scripts: mean, luminance, gradient, or the number of a band. Choose gradient or one band, near infrared for example, where the images differ much in colour.</source>
            <translation>Luminanz nimmt die ersten drei Kanäle als Rot, Grün und Blau. In Skripten: mean, luminance, gradient oder die Nummer eines Kanals. Gradient oder einen Kanal wählen, etwa nahes Infrarot, wo sich die Bilder in den Farben stark unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Size of the Gaussian (pixels)</source>
            <translation>Größe des Gaußfilters (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method ECC: images are smoothed by it first. An odd number; raise it for noisy images, 1 smooths nothing.</source>
            <translation>Für die Methode ECC: Bilder werden zuerst damit geglättet. Eine ungerade Zahl; erhöhen bei verrauschten Bildern, 1 glättet nichts.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Parts of a pixel</source>
            <translation>Teile eines Pixels</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For phase correlation: shifts are found to this part of a pixel. 50 is finer than images usually allow; 1 gives whole pixels.</source>
            <translation>Für die Phasenkorrelation: Verschiebungen werden bis auf diesen Teil eines Pixels unterschieden. 50 ist feiner, als Bilder gewöhnlich erlauben; 1 ergibt ganze Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Kind of points</source>
            <translation>Art der Punkte</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. SIFT is the most accurate. ORB is the fastest. AKAZE keeps edges and suits images that are blurred differently. Learned: by a matcher of your own in an ONNX file, for seasons and sensors that the others do not bring together; needs the Python package onnxruntime.</source>
            <translation>Für die Methode Merkmale. SIFT ist am genauesten. ORB ist am schnellsten. AKAZE erhält Kanten und eignet sich für verschieden unscharfe Bilder. Gelernt: durch ein eigenes Zuordnungsmodell in einer ONNX-Datei, für Jahreszeiten und Sensoren, die die anderen nicht zusammenbringen; braucht das Python-Paket onnxruntime.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>File of the learned matcher</source>
            <translation>Datei des gelernten Zuordnungsmodells</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the learned kind of points: an ONNX file with SuperPoint and LightGlue in one graph, exported for images of any size. The page of the tool says where such files come from and what their licences allow.</source>
            <translation>Für die gelernte Art der Punkte: eine ONNX-Datei mit SuperPoint und LightGlue in einem Graphen, exportiert für Bilder jeder Größe. Die Seite des Werkzeugs sagt, woher solche Dateien kommen und was ihre Lizenzen erlauben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Search for matching points</source>
            <translation>Suche nach übereinstimmenden Punkten</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. Brute force compares all points. FLANN is faster with many points and misses few.</source>
            <translation>Für die Methode Merkmale. Brute Force vergleicht alle Punkte. FLANN ist bei vielen Punkten schneller und übersieht wenige.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Ratio of matches</source>
            <translation>Verhältnis der Treffer</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: how far the best match must be from the second best. Lower it when wrong matches win on repeated patterns such as rows of plants; raise it when there are too few.</source>
            <translation>Für die Methode Merkmale: wie weit der beste Treffer vom zweitbesten entfernt sein muss. Senken, wenn bei sich wiederholenden Mustern wie Pflanzenreihen falsche Treffer gewinnen; erhöhen, wenn es zu wenige sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Largest error of a match (pixels)</source>
            <translation>Größter Fehler eines Treffers (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: matches that differ more from the transform do not count. Raise it where the ground itself is distorted, over steep relief for example.</source>
            <translation>Für die Methode Merkmale: Treffer, die stärker von der Transformation abweichen, zählen nicht. Erhöhen, wo der Boden selbst verzerrt ist, etwa über steilem Relief.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Fewest matches</source>
            <translation>Mindestzahl der Treffer</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: an image with fewer is not aligned and passed on as it is. Raise it to trust only images that share much.</source>
            <translation>Für die Methode Merkmale: Ein Bild mit weniger wird nicht ausgerichtet und unverändert weitergegeben. Erhöhen, um nur Bildern zu trauen, die viel gemeinsam haben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Resampling</source>
            <translation>Resampling</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>How values are taken from between pixels where an image must be warped; it is done once. Nearest neighbour keeps values as they are, for classes. Bilinear smooths a little, cubic hardly, Lanczos is the sharpest. Shifts without a common grid move the raster and resample nothing.</source>
            <translation>Wie Werte zwischen Pixeln entnommen werden, wo ein Bild entzerrt werden muss; das geschieht einmal. Nächster Nachbar lässt Werte, wie sie sind, für Klassen. Bilinear glättet ein wenig, kubisch kaum, Lanczos ist am schärfsten. Verschiebungen ohne gemeinsames Gitter bewegen das Raster und tasten nichts neu ab.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>One grid for all results</source>
            <translation>Ein Gitter für alle Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Turn it on for time series and stacks: all results get the extent and pixels of the reference, or of all images together where that is their mean or median. It resamples every image that is off the grid.</source>
            <translation>Einschalten für Zeitreihen und Stapel: Alle Ergebnisse erhalten Ausdehnung und Pixel der Referenz, oder aller Bilder zusammen, wo sie deren Mittelwert oder Median ist. Jedes Bild, das nicht auf dem Gitter liegt, wird neu abgetastet.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>What was found, as one page that opens in any browser, without a network, and prints: a table of the images, the shifts on their footprints, rejected points among them, and every warning with what to do.</source>
            <translation>Was gefunden wurde, als eine Seite, die sich in jedem Browser ohne Netz öffnen und drucken lässt: eine Tabelle der Bilder, die Verschiebungen auf ihren Umrissen, verworfene Punkte darunter, und jede Warnung mit dem, was zu tun ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Mean of all bands</source>
            <translation>Mittelwert aller Kanäle</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance of the first three bands</source>
            <translation>Luminanz der ersten drei Kanäle</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Gradient: how steep the mean is</source>
            <translation>Gradient: wie steil der Mittelwert ist</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Precision of the calculation</source>
            <translation>Rechengenauigkeit</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Single precision is exact for images of 8 and 16 bits. Choose double precision for floating point data with more than six significant digits.</source>
            <translation>Einfache Genauigkeit ist exakt für Bilder mit 8 und 16 Bit. Doppelte Genauigkeit wählen für Gleitkommadaten mit mehr als sechs signifikanten Stellen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tile size of the results (pixels)</source>
            <translation>Kachelgröße der Ergebnisse (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty keeps the tiling of each image. Set 256 or 512 for images that are stored in strips; rounded to a multiple of 16.</source>
            <translation>Leer behält die Kachelung jedes Bildes. 256 oder 512 setzen für Bilder, die in Streifen gespeichert sind; auf ein Vielfaches von 16 gerundet.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory budget (MB)</source>
            <translation>Speicherbudget (MB)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory for pixels, beside what QGIS needs itself. Raise it on a machine with much memory and many cores, lower it when other programs need the memory.</source>
            <translation>Speicher für Pixel, neben dem, was QGIS selbst braucht. Erhöhen auf einem Rechner mit viel Speicher und vielen Kernen, senken, wenn andere Programme den Speicher brauchen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>0 uses all cores. Set fewer to keep the machine free for other work; results are the same.</source>
            <translation>0 verwendet alle Kerne. Weniger setzen, um den Rechner für andere Arbeit frei zu halten; die Ergebnisse sind dieselben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Dask scheduler</source>
            <translation>Dask-Scheduler</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster for thousands of images; its workers need the images and the folder for the results under the same paths, and as many threads as they were started with are used. Results are the same.</source>
            <translation>Leer arbeitet auf diesem Rechner. Die Adresse (tcp://host:8786) oder die Scheduler-Datei eines laufenden Dask-Clusters setzen, für Tausende von Bildern; seine Worker brauchen die Bilder und den Ordner für die Ergebnisse unter denselben Pfaden, und es werden so viele Threads verwendet, wie beim Start angegeben. Die Ergebnisse sind dieselben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tell all details</source>
            <translation>Alle Einzelheiten protokollieren</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Adds tables to the log: for each image whether its statistics were computed, kept from an earlier run or loaded from a file, and for each overlap and band means, standard deviations, weights and residuals. Turn it on to see why an image got its correction.</source>
            <translation>Fügt dem Protokoll Tabellen hinzu: für jedes Bild, ob seine Statistiken berechnet, von einem früheren Lauf behalten oder aus einer Datei geladen wurden, und für jede Überlappung und jeden Kanal Mittelwerte, Standardabweichungen, Gewichte und Residuen. Einschalten, um zu sehen, warum ein Bild seine Korrektur erhielt.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images to look for seams, and write the mosaic, tiles at once; the seams themselves are found on this machine. Workers need the images and the folders for the results under the same paths. Results are the same.</source>
            <translation>Leer arbeitet auf diesem Rechner. Die Adresse (tcp://host:8786) oder die Scheduler-Datei eines laufenden Dask-Clusters setzen: Seine Worker lesen die Bilder, um Nähte zu suchen, und schreiben das Mosaik, Kacheln gleichzeitig; die Nähte selbst werden auf diesem Rechner gefunden. Die Worker brauchen die Bilder und die Ordner für die Ergebnisse unter denselben Pfaden. Die Ergebnisse sind dieselben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). Least squares solves means and standard deviations together, held to the untouched images; choose it to repeat results of tools that do so.</source>
            <translation>Robust bestimmt Gains, dann Offsets, und verwirft Überlappungen, die den anderen widersprechen (Wolken, Hochwasser). Kleinste Quadrate löst Mittelwerte und Standardabweichungen zusammen, an die unveränderten Bilder gebunden; wählen, um Ergebnisse von Werkzeugen zu wiederholen, die so rechnen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>What may change</source>
            <translation>Was sich ändern darf</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Gain and offset suit nearly all images. Choose gain only where zero must stay zero (reflectance without haze), offset only where differences must keep their size (temperature, decibel).</source>
            <translation>Gain und Offset eignen sich für fast alle Bilder. Nur Gain wählen, wo Null Null bleiben muss (Reflexion ohne Dunst), nur Offset, wo Differenzen ihre Größe behalten müssen (Temperatur, Dezibel).</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of means</source>
            <translation>Gewicht der Mittelwerte</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Used by least squares only. Raise it to bring this statistic closer in the overlaps at the cost of the other.</source>
            <translation>Nur bei „Kleinste Quadrate“ verwendet. Erhöhen, um diese Statistik in den Überlappungen auf Kosten der anderen näher zusammenzubringen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of standard deviations</source>
            <translation>Gewicht der Standardabweichungen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Images whose colours are right</source>
            <translation>Bilder mit richtigen Farben</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Model images: choose them among those above, or give their names. The global step leaves them as they are and matches the others to them; a local step that follows it evens the light inside all images, theirs too. Empty: all images shape the result together.</source>
            <translation>Musterbilder: unter den Bildern oben wählen oder ihre Namen angeben. Der globale Schritt lässt sie, wie sie sind, und gleicht die anderen an sie an; ein folgender lokaler Schritt gleicht das Licht in allen Bildern aus, auch in ihnen. Leer: Alle Bilder prägen das Ergebnis gemeinsam.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Use of the images whose colours are right</source>
            <translation>Verwendung der Bilder mit richtigen Farben</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Include: the chosen images stay as they are, and all others follow them. Exclude: all others shape the result; choose it to keep a hazy or damaged image from influencing the rest, to which it is still matched. Shape: the chosen images are balanced with each other and the others follow them; choose it where several are good and differ. Least squares moves the chosen ones in any case, a little.</source>
            <translation>Einschließen: Die gewählten Bilder bleiben, wie sie sind, und alle anderen folgen ihnen. Ausschließen: Alle anderen prägen das Ergebnis; wählen, damit ein dunstiges oder beschädigtes Bild den Rest nicht beeinflusst, an den es dennoch angeglichen wird. Prägen: Die gewählten Bilder werden untereinander angeglichen, und die anderen folgen ihnen; wählen, wo mehrere gut sind und sich unterscheiden. Kleinste Quadrate bewegt die gewählten in jedem Fall, ein wenig.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Adjustments of an earlier run</source>
            <translation>Anpassungen eines früheren Laufs</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Give it when images are added to a set balanced before: statistics found in the file are not computed again, and images that are only in the file still shape the result.</source>
            <translation>Angeben, wenn Bilder zu einer früher angeglichenen Menge hinzukommen: In der Datei gefundene Statistiken werden nicht noch einmal berechnet, und Bilder, die nur in der Datei stehen, prägen das Ergebnis weiterhin mit.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Save adjustments</source>
            <translation>Anpassungen speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or to apply the same gains and offsets to other files with 'Use saved adjustments'.</source>
            <translation>Schreibt Gains, Offsets, deren Standardfehler und alle Statistiken. Speichern, um später Bilder hinzuzufügen oder dieselben Gains und Offsets mit „Gespeicherte Anpassungen anwenden“ auf andere Dateien anzuwenden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Pixel size</source>
            <translation>Pixelgröße</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>That of the finest image keeps all detail; that of the coarsest makes nothing up; the average lies between them. Or give the number below.</source>
            <translation>Die des feinsten Bildes behält alle Details; die des gröbsten erfindet nichts; der Durchschnitt liegt dazwischen. Oder unten die Zahl angeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Given pixel size (map units)</source>
            <translation>Angegebene Pixelgröße (Karteneinheiten)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Side of a pixel in units of the results' coordinate system. For a given pixel size; else leave it empty.</source>
            <translation>Seite eines Pixels in Einheiten des Koordinatensystems der Ergebnisse. Für eine angegebene Pixelgröße; sonst leer lassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Coordinate system of the results</source>
            <translation>Koordinatensystem der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty takes that of the first image. Choose another to bring all images into it.</source>
            <translation>Leer nimmt das des ersten Bildes. Ein anderes wählen, um alle Bilder darin auszugeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>How values are taken from between pixels where an image has other ones than the grid; it is done once. Cubic keeps detail, bilinear is calmer, average suits much coarser pixels. Choose nearest neighbour for classes: it makes no new values.</source>
            <translation>Wie Werte zwischen Pixeln entnommen werden, wo ein Bild andere hat als das Gitter; das geschieht einmal. Kubisch erhält Details, bilinear ist ruhiger, Mittelwert eignet sich für viel gröbere Pixel. Nächster Nachbar für Klassen wählen: Er erzeugt keine neuen Werte.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Extent of the results</source>
            <translation>Ausdehnung der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty: the ground of the images. Give one to cut to a region, or for results of equal size; it is widened to whole pixels.</source>
            <translation>Leer: der Boden der Bilder. Eine angeben, um auf ein Gebiet zuzuschneiden, oder für Ergebnisse gleicher Größe; sie wird auf ganze Pixel erweitert.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Edges at multiples of the pixel size</source>
            <translation>Kanten auf Vielfachen der Pixelgröße</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Results of separate runs then lie on one grid. A grid of this pixel size that most images share already is kept, so that they are not resampled. Turn it off to begin at the first image's corner.</source>
            <translation>Ergebnisse getrennter Läufe liegen dann auf einem Gitter. Ein Gitter dieser Pixelgröße, das die meisten Bilder schon gemeinsam haben, wird behalten, damit sie nicht neu abgetastet werden. Ausschalten, um an der Ecke des ersten Bildes zu beginnen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images (two or more)</source>
            <translation>Bilder (zwei oder mehr)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Raster layers or files with the same bands in the same order. They may differ in grid, resolution and coordinate system.</source>
            <translation>Rasterlayer oder Dateien mit denselben Kanälen in derselben Reihenfolge. Sie dürfen sich in Gitter, Auflösung und Koordinatensystem unterscheiden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>A raster layer or file; its no data value, mask or alpha band is respected.</source>
            <translation>Ein Rasterlayer oder eine Datei; Nodata-Wert, Maske oder Alphakanal werden beachtet.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Replaces all that the image declares: no data values, masks and opacity. Set it when one value means no data wherever it stands in the image; 0 is a value, empty is none. A second image that declares nothing itself is read so too.</source>
            <translation>Ersetzt alles, was das Bild angibt: Nodata-Werte, Masken und Deckkraft. Setzen, wenn ein Wert Nodata bedeutet, wo immer er im Bild steht; 0 ist ein Wert, leer ist keiner. Ein zweites Bild, das selbst nichts angibt, wird ebenso gelesen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Bands</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The result has these bands; scripts give their numbers, such as 1,3-5, in the order of the result. None chosen takes all bands but alpha.</source>
            <translation>Das Ergebnis hat diese Kanäle; Skripte geben ihre Nummern an, etwa 1,3-5, in der Reihenfolge des Ergebnisses. Ist keiner gewählt, hat es alle außer Alpha.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The bands to change, in scripts by number, such as 1,3-5; the results keep the others as they are. None chosen changes all bands but alpha.</source>
            <translation>Die zu ändernden Kanäle, in Skripten als Nummern wie 1,3-5; die Ergebnisse behalten die anderen, wie sie sind. Ist keiner gewählt, werden alle außer Alpha geändert.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the blocks are matched to</source>
            <translation>Woran die Blöcke angeglichen werden</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Common pixels: compares images only where both have pixels and finds one smooth field per image; images that agree already stay unchanged. Block means: draws every image to the mean of all images in each block; choose it to repeat results of tools that do so.</source>
            <translation>Gemeinsame Pixel: vergleicht Bilder nur, wo beide Pixel haben, und bestimmt ein glattes Feld je Bild; Bilder, die schon übereinstimmen, bleiben unverändert. Blockmittel: zieht jedes Bild auf den Mittelwert aller Bilder in jedem Block; wählen, um Ergebnisse von Werkzeugen zu wiederholen, die so rechnen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Correction</source>
            <translation>Korrektur</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Linear multiplies. Gamma changes middle tones most and keeps black and the upper level. Offset is gamma on shifted values, for data that touch zero or lie below it. Additive adds: for decibels, temperatures and differences.</source>
            <translation>Linear multipliziert. Gamma ändert mittlere Töne am meisten und erhält Schwarz und das obere Niveau. Offset ist Gamma auf verschobenen Werten, für Daten, die Null berühren oder darunter liegen. Additiv addiert: für Dezibel, Temperaturen und Differenzen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Strength</source>
            <translation>Stärke</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How much of the local correction, block by block, is applied: 1 all of it, 0 none. Gains and offsets of whole images are not changed by it. Lower it when real differences inside the images (season, tide) should survive.</source>
            <translation>Wie viel der lokalen Korrektur, Block für Block, angewendet wird: 1 ganz, 0 gar nicht. Gains und Offsets ganzer Bilder ändert sie nicht. Senken, wenn wirkliche Unterschiede innerhalb der Bilder (Jahreszeit, Gezeiten) bestehen bleiben sollen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks per image</source>
            <translation>Blöcke je Bild</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>More blocks follow finer differences in illumination; fewer are safer where the ground itself changed between the images.</source>
            <translation>Mehr Blöcke folgen feineren Unterschieden der Beleuchtung; weniger sind sicherer, wo sich der Boden selbst zwischen den Bildern geändert hat.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Rows of blocks</source>
            <translation>Blockzeilen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Fixes the grid over the whole canvas, instead of the number of blocks per image. With only one of them given, the other follows from the canvas's shape.</source>
            <translation>Legt das Gitter über die ganze Fläche fest, statt der Anzahl Blöcke je Bild. Ist nur eines von beiden angegeben, folgt das andere aus der Form der Fläche.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Columns of blocks</source>
            <translation>Blockspalten</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Number of blocks from the images' variation</source>
            <translation>Anzahl der Blöcke aus der Variation der Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Turn it on to let the coefficient of variation choose: images with more contrast get more blocks.</source>
            <translation>Einschalten, um den Variationskoeffizienten wählen zu lassen: Bilder mit mehr Kontrast erhalten mehr Blöcke.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Smoothness (for common pixels)</source>
            <translation>Glattheit (für gemeinsame Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How strongly neighbouring blocks hold together. Raise it when the correction shows blotches, lower it when visible differences remain.</source>
            <translation>Wie stark benachbarte Blöcke zusammenhalten. Erhöhen, wenn die Korrektur Flecken zeigt, senken, wenn sichtbare Unterschiede bleiben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Normalise values for gamma</source>
            <translation>Werte für Gamma normieren</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Used by gamma and offset; divides values by one common upper level, which makes the result independent of the data's units. Turn it off to take the exponent on raw values, as block maps made by spectralmatch expect.</source>
            <translation>Bei Gamma und Offset verwendet; teilt Werte durch ein gemeinsames oberes Niveau, was das Ergebnis von den Einheiten der Daten unabhängig macht. Ausschalten, um den Exponenten auf Rohwerte anzuwenden, wie es Blockkarten von spectralmatch erwarten.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Valid share of a block's pixels</source>
            <translation>Gültiger Anteil der Pixel eines Blocks</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks with fewer valid pixels are filled from their neighbours. Raise it when few pixels at ragged borders mislead the result.</source>
            <translation>Blöcke mit weniger gültigen Pixeln werden aus ihren Nachbarn gefüllt. Erhöhen, wenn wenige Pixel an ausgefransten Rändern das Ergebnis verfälschen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Extent of the block grid</source>
            <translation>Ausdehnung des Blockgitters</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Empty: around all images. Give a fixed extent when images will be added later, so that they fall on the same blocks.</source>
            <translation>Leer: um alle Bilder. Eine feste Ausdehnung angeben, wenn später Bilder hinzukommen, damit sie auf dieselben Blöcke fallen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the reference block map</source>
            <translation>Die Referenz-Blockkarte speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the images were brought to, one value per block and band. Give a file to bring later images of the same ground to it with Load block maps.</source>
            <translation>Worauf die Bilder gebracht wurden, ein Wert je Block und Kanal. Eine Datei angeben, um spätere Bilder desselben Bodens mit „Blockkarten laden“ darauf zu bringen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the local block maps in a folder</source>
            <translation>Die lokalen Blockkarten in einem Ordner speichern</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>One raster per image, named after it. Give a folder to look at the correction, or to apply it again with Load block maps; maps that were loaded are written there too, as they are.</source>
            <translation>Ein Raster je Bild, nach ihm benannt. Einen Ordner angeben, um die Korrektur anzusehen oder sie mit „Blockkarten laden“ erneut anzuwenden; geladene Karten werden ebenfalls dorthin geschrieben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Share of clipped pixels</source>
            <translation>Anteil abgeschnittener Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Balanced images</source>
            <translation>Angeglichene Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Name of each result</source>
            <translation>Name jedes Ergebnisses</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>The sign $ stands for the name of the image. Change it to tell several runs into one folder apart; a / makes sub-folders, such as $/balanced.tif. The ending follows the format.</source>
            <translation>Das Zeichen $ steht für den Namen des Bildes. Ändern, um mehrere Läufe in einem Ordner zu unterscheiden; ein / erzeugt Unterordner, etwa $/balanced.tif. Die Endung folgt dem Format.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Format of the results</source>
            <translation>Format der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write. Virtual raster: a recipe that reads the image and corrects it on the way; written at once, but the image must stay where it is, and only linear and additive corrections fit.</source>
            <translation>GeoTIFF: gekachelt und komprimiert. COG: Cloud Optimized GeoTIFF mit Übersichten, zur Bereitstellung über das Web; dauert beim Schreiben länger. Virtuelles Raster: ein Rezept, das das Bild liest und unterwegs korrigiert; sofort geschrieben, aber das Bild muss bleiben, wo es ist, und nur lineare und additive Korrekturen passen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Data type of the results</source>
            <translation>Datentyp der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Each image can keep its own; images of a narrow type then set the level for wider ones beside them. Choose a wider type when the run is refused because too much would be clipped, Float32 when fractions matter; results then take more space.</source>
            <translation>Jedes Bild kann seinen eigenen behalten; Bilder eines schmalen Typs bestimmen dann das Niveau für breitere neben ihnen. Einen breiteren Typ wählen, wenn der Lauf abgelehnt wird, weil zu viel abgeschnitten würde, Float32, wenn Bruchteile wichtig sind; die Ergebnisse brauchen dann mehr Platz.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Build overviews</source>
            <translation>Übersichten erstellen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Turn it on for large images, which then draw quickly at every scale; files grow by a third. COG always has them.</source>
            <translation>Einschalten für große Bilder, die dann in jedem Maßstab schnell gezeichnet werden; Dateien wachsen um ein Drittel. COG hat sie immer.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>HTML page (*.html);;JSON (*.json);;Table of pairs (*.csv)</source>
            <translation>HTML-Seite (*.html);;JSON (*.json);;Tabelle der Paare (*.csv)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>What was measured and what to do, as one page that opens in any browser, without a network, and prints. Take it to judge a run, or to hand its figures on; with the ending .json it is data, with .csv a table of pairs.</source>
            <translation>Was gemessen wurde und was zu tun ist, als eine Seite, die sich in jedem Browser ohne Netz öffnen und drucken lässt. Verwenden, um einen Lauf zu beurteilen oder seine Kennzahlen weiterzugeben; mit der Endung .json sind es Daten, mit .csv eine Tabelle der Paare.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Add the results to the project</source>
            <translation>Die Ergebnisse dem Projekt hinzufügen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>All results get one common contrast stretch, so that equal values look equal. Turn it off for intermediate steps of a model.</source>
            <translation>Alle Ergebnisse erhalten eine gemeinsame Kontraststreckung, sodass gleiche Werte gleich aussehen. Ausschalten für Zwischenschritte eines Modells.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Creation options</source>
            <translation>Erstellungsoptionen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GDAL's options for GeoTIFF or COG, of the form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Empty means tiled and compressed without loss, which suits nearly every use; options given here replace that compression too.</source>
            <translation>Optionen von GDAL für GeoTIFF oder COG, in der Form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Leer heißt gekachelt und verlustfrei komprimiert, was für fast jeden Zweck passt; hier angegebene Optionen ersetzen auch diese Kompression.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Folder for the results</source>
            <translation>Ordner für die Ergebnisse</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Made when it does not exist. Results of an earlier run are replaced after all new ones are whole; the images themselves are never overwritten.</source>
            <translation>Wird angelegt, wenn er nicht vorhanden ist. Ergebnisse eines früheren Laufs werden ersetzt, nachdem alle neuen vollständig sind; die Bilder selbst werden nie überschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE before (unit: see log)</source>
            <translation>Überlappungs-RMSE vorher (Einheit: siehe Protokoll)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE after (unit: see log)</source>
            <translation>Überlappungs-RMSE nachher (Einheit: siehe Protokoll)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Contrast kept (ideal 1)</source>
            <translation>Erhaltener Kontrast (ideal 1)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write.</source>
            <translation>GeoTIFF: gekachelt und komprimiert. COG: Cloud Optimized GeoTIFF mit Übersichten, zur Bereitstellung über das Web; dauert beim Schreiben länger.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Pixels that count (pseudo-invariant features)</source>
            <translation>Pixel, die zählen (pseudoinvariante Objekte)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>All common pixels of two images shape their gain and offset; right as long as most of the ground is the same. Choose another method where much of it changed between the dates (harvest, flood, building) and gains should follow unchanged ground only. Pixels near a robust line in every band, a good first choice. IR-MAD: pixels without change by all bands together, best with four or more. Match points: stable regions around points that both images show; needs OpenCV. The pixels themselves are all corrected.</source>
            <translation>Alle gemeinsamen Pixel zweier Bilder prägen deren Gain und Offset; richtig, solange der meiste Boden gleich ist. Eine andere Methode wählen, wo sich viel davon zwischen den Zeitpunkten geändert hat (Ernte, Hochwasser, Bebauung) und Gains nur unverändertem Boden folgen sollen. Pixel nahe einer robusten Geraden in jedem Kanal, eine gute erste Wahl. IR-MAD: unveränderte Pixel nach allen Kanälen zusammen, am besten mit vier oder mehr. Übereinstimmende Punkte: stabile Gebiete um Punkte, die beide Bilder zeigen; braucht OpenCV. Korrigiert werden alle Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Red band</source>
            <translation>Roter Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: give both bands where the images hold red and near infrared, and vegetation, which changes with the season, is left out. Empty: no test.</source>
            <translation>Für Gebiete um übereinstimmende Punkte: beide Kanäle angeben, wo die Bilder Rot und nahes Infrarot enthalten, dann wird Vegetation, die sich mit der Jahreszeit ändert, weggelassen. Leer: keine Prüfung.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Near infrared band</source>
            <translation>Kanal im nahen Infrarot</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest NDVI</source>
            <translation>Größter NDVI</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points with both bands: a pixel with a higher NDVI in either image does not count. Raise it where nearly all ground is green.</source>
            <translation>Für Gebiete um übereinstimmende Punkte mit beiden Kanälen: Ein Pixel mit höherem NDVI in einem der Bilder zählt nicht. Erhöhen, wo fast der ganze Boden grün ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest change score</source>
            <translation>Größter Änderungswert</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: the integrated normalised z-score up to which a pixel is stable. Lower it for fewer and surer pixels, raise it when pairs are left out.</source>
            <translation>Für Gebiete um übereinstimmende Punkte: der integrierte normierte z-Wert, bis zu dem ein Pixel stabil ist. Senken für weniger und sicherere Pixel, erhöhen, wenn Paare ausgelassen werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Radius around points (pixels)</source>
            <translation>Radius um Punkte (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: how far from a matched point a stable region may begin. Raise it where few points are found.</source>
            <translation>Für Gebiete um übereinstimmende Punkte: wie weit von einem zugeordneten Punkt ein stabiles Gebiet beginnen darf. Erhöhen, wo wenige Punkte gefunden werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Most pixels of a pair</source>
            <translation>Höchstzahl der Pixel eines Paars</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: of more stable pixels so many count, spread evenly. Raise it when the standard errors of the gains are large.</source>
            <translation>Für Gebiete um übereinstimmende Punkte: Von mehr stabilen Pixeln zählen so viele, gleichmäßig verteilt. Erhöhen, wenn die Standardfehler der Gains groß sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Fewest pixels of a pair</source>
            <translation>Mindestzahl der Pixel eines Paars</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>A pair of images with fewer pixels that count is left out, with a warning. Raise it to rely on well supported pairs only; of fewer than 100 pixels only the mean is used.</source>
            <translation>Ein Bildpaar mit weniger zählenden Pixeln wird mit einer Warnung ausgelassen. Erhöhen, um sich nur auf gut gestützte Paare zu verlassen; bei weniger als 100 Pixeln wird nur der Mittelwert verwendet.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Folder for the change scores</source>
            <translation>Ordner für die Änderungswerte</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: one raster per pair of images with the integrated normalised z-score of each common pixel. Look at it to choose the threshold.</source>
            <translation>Für Gebiete um übereinstimmende Punkte: ein Raster je Bildpaar mit dem integrierten normierten z-Wert jedes gemeinsamen Pixels. Ansehen, um den Schwellenwert zu wählen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Raster layers or files with the same bands in the same order; those of another grid are resampled. Balance them first.</source>
            <translation>Rasterlayer oder Dateien mit denselben Kanälen in derselben Reihenfolge; die auf einem anderen Gitter werden neu abgetastet. Zuerst die Farben angleichen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams</source>
            <translation>Nähte</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Least visible: along paths where the images differ least, around what stands out. Distance: in the middle of overlaps, as far from the edges of the images as possible; faster, and the same for every set of bands. Rank: the image for which the expression below gives the highest number, as far as its own edge is not near.</source>
            <translation>Am wenigsten sichtbar: entlang von Wegen, auf denen sich die Bilder am wenigsten unterscheiden, um Auffälliges herum. Abstand: in der Mitte der Überlappungen, so weit wie möglich von den Rändern der Bilder; schneller, und für jede Auswahl von Kanälen dasselbe Ergebnis. Rang: das Bild, für das der Ausdruck unten die höchste Zahl ergibt, soweit sein eigener Rand nicht nahe ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Rank of an image (for seams by rank)</source>
            <translation>Rang eines Bildes (für Nähte nach Rang)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Evaluated once for each image; the highest number comes first, of dates the latest. Fields are those of the table below, and what is known of each image: name, path, index (its place in the list, from 1 on), bands, width, height, data_type, pixel_size (map units), resolution (metres), crs (such as EPSG:32633), nodata, date (of the file's tag TIFFTAG_DATETIME, else from its name). A field of the table comes before one of the image that is called alike. Examples: date takes the latest image, -resolution the sharpest, -cloud_share the clearest by a table, coalesce(quality, 0) where some images have no row.</source>
            <translation>Einmal für jedes Bild ausgewertet; die höchste Zahl kommt zuerst, bei Zeitpunkten der späteste. Felder sind die der Tabelle unten und was von jedem Bild bekannt ist: name, path, index (sein Platz in der Liste, ab 1), bands, width, height, data_type, pixel_size (Karteneinheiten), resolution (Meter), crs (wie EPSG:32633), nodata, date (aus dem Tag TIFFTAG_DATETIME der Datei, sonst aus ihrem Namen). Ein Feld der Tabelle geht einem gleichnamigen des Bildes vor. Beispiele: date nimmt das neueste Bild, -resolution das schärfste, -cloud_share nach einer Tabelle das klarste, coalesce(quality, 0), wo manche Bilder keine Zeile haben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table about the images</source>
            <translation>Tabelle über die Bilder</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A table or layer with a row for each image, for what the files do not say, such as the share of clouds. A row belongs to the image whose name it holds, with or without extension, or whose whole path.</source>
            <translation>Eine Tabelle oder ein Layer mit einer Zeile für jedes Bild, für das, was die Dateien nicht sagen, etwa den Anteil der Wolken. Eine Zeile gehört zu dem Bild, dessen Namen sie enthält, mit oder ohne Endung, oder dessen ganzen Pfad.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table field with the image's name</source>
            <translation>Tabellenfeld mit dem Namen des Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Empty takes the field that holds the names of most images. Set it where several fields hold names.</source>
            <translation>Leer nimmt das Feld, das die Namen der meisten Bilder enthält. Setzen, wo mehrere Felder Namen enthalten.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that seams shall not cross</source>
            <translation>Polygone, die Nähte nicht queren sollen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>For least visible seams: buildings, bridges, lakes, whatever must come from one image. In any coordinate system. Where a polygon reaches across a whole overlap, a seam has to cross it.</source>
            <translation>Für am wenigsten sichtbare Nähte: Gebäude, Brücken, Seen, was immer aus einem Bild kommen muss. In beliebigem Koordinatensystem. Wo ein Polygon quer über eine ganze Überlappung reicht, muss eine Naht es queren.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from these polygons (map units)</source>
            <translation>Abstand zu diesen Polygonen (Karteneinheiten)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Widens the polygons. Set it when leaning roofs or trees reach beyond what was drawn.</source>
            <translation>Erweitert die Polygone. Setzen, wenn kippende Dächer oder Bäume über das Gezeichnete hinausragen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seam polygons, edited</source>
            <translation>Nahtpolygone, bearbeitet</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that Seamlines wrote and you edited: they are followed exactly. Each names its image in the field image. What no polygon claims for an image that has data there goes by distance, and the log says how much that is.</source>
            <translation>Polygone, die „Nahtlinien“ geschrieben hat und die bearbeitet wurden: Ihnen wird genau gefolgt. Jedes nennt sein Bild im Feld image. Was kein Polygon für ein Bild beansprucht, das dort Daten hat, wird nach Abstand aufgeteilt, und das Protokoll sagt, wie viel das ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Field that locks polygons</source>
            <translation>Feld, das Polygone sperrt</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A field of the seam polygons with numbers: only polygons with more than 0 stay, higher ones come first where several claim a pixel; all other seams are found anew. Empty: all polygons stay.</source>
            <translation>Ein Feld der Nahtpolygone mit Zahlen: Nur Polygone mit mehr als 0 bleiben, höhere gehen vor, wo mehrere ein Pixel beanspruchen; alle anderen Nähte werden neu bestimmt. Leer: Alle Polygone bleiben.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from edges of images (pixels)</source>
            <translation>Abstand von den Rändern der Bilder (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Nearer to an image's own edge a seam gets expensive. Raise it when edges of the images are blurred or dark.</source>
            <translation>Näher am eigenen Rand eines Bildes wird eine Naht teuer. Erhöhen, wenn Ränder der Bilder unscharf oder dunkel sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smallest piece of an image (pixels)</source>
            <translation>Kleinstes Stück eines Bildes (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smaller pieces between seams go to a neighbour that has data there. Raise it for fewer polygons.</source>
            <translation>Kleinere Stücke zwischen Nähten gehen an einen Nachbarn, der dort Daten hat. Erhöhen für weniger Polygone.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Cells of the first search (pixels)</source>
            <translation>Zellen der ersten Suche (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams are looked for on means of cells first, then to the pixel near what was found. A power of two; 0 takes 8, more for very large mosaics and less for small images. Lower it when seams miss narrow paths; that takes longer.</source>
            <translation>Nähte werden zuerst auf Mittelwerten von Zellen gesucht, dann pixelgenau in der Nähe des Gefundenen. Eine Zweierpotenz; 0 nimmt 8, mehr bei sehr großen Mosaiken und weniger bei kleinen Bildern. Senken, wenn Nähte schmale Wege verfehlen; das dauert länger.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask polygons</source>
            <translation>Maskenpolygone</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Limits where statistics are taken; the correction is applied everywhere. Use it to keep clouds, water or changed fields from shaping the result.</source>
            <translation>Begrenzt, wo Statistiken genommen werden; die Korrektur wird überall angewendet. Verwenden, damit Wolken, Wasser oder veränderte Felder das Ergebnis nicht prägen.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Use of the mask</source>
            <translation>Verwendung der Maske</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Include: statistics come only from inside the polygons. Exclude: only from outside, for polygons drawn around clouds for example.</source>
            <translation>Einschließen: Statistiken kommen nur aus dem Inneren der Polygone. Ausschließen: nur von außerhalb, etwa für Polygone um Wolken.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask field with the image's name</source>
            <translation>Maskenfeld mit dem Namen des Bildes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Set it when polygons belong to single images: the field holds the image's file name, with or without extension, or its whole path. Without it every polygon counts for every image.</source>
            <translation>Setzen, wenn Polygone zu einzelnen Bildern gehören: Das Feld enthält den Dateinamen des Bildes, mit oder ohne Endung, oder seinen ganzen Pfad. Ohne es zählt jedes Polygon für jedes Bild.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Comparison of mask field and image name</source>
            <translation>Vergleich von Maskenfeld und Bildname</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>For the mask field. Exact: a value is a name with or without extension, or a whole path. Contains: a value is a part of the file name, a date for example, and counts for all images whose names hold it; with a / in it, a part of the path. Values that fit no image are listed in the log.</source>
            <translation>Für das Maskenfeld. Genau: Ein Wert ist ein Name mit oder ohne Endung oder ein ganzer Pfad. Enthält: Ein Wert ist ein Teil des Dateinamens, etwa ein Datum, und zählt für alle Bilder, deren Namen ihn enthalten; mit einem / darin ein Teil des Pfads. Werte, die zu keinem Bild passen, stehen im Protokoll.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>No data value</source>
            <translation>Nodata-Wert</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Replaces all that the images declare: no data values, masks and opacity. Set it when one value means no data wherever it stands in the images; 0 is a value, empty is none.</source>
            <translation>Ersetzt alles, was die Bilder angeben: Nodata-Werte, Masken und Deckkraft. Setzen, wenn ein Wert Nodata bedeutet, wo immer er in den Bildern steht; 0 ist ein Wert, leer ist keiner.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Constant borders</source>
            <translation>Einfarbige Ränder</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>What becomes of black, white or otherwise even borders that are not declared as no data. A border has one value in all bands, begins at a corner and is connected to the edge; the same value inside the picture is data. Automatic: in images that declare neither a no data value nor a mask or alpha band, borders are left out of the statistics and not corrected, if what they leave looks like a whole picture; the log names them, and images without a corner of one value are not read again. Choose always when a border was missed or the images declare something else, never when water, a roof or a class in a corner was taken for one. Results hold no data there where the image declares a value, a mask or an alpha band, else what was there. In files compressed with loss (JPEG, WEBP) the blurred 16 pixels beside a border belong to it.</source>
            <translation>Was aus schwarzen, weißen oder sonst gleichförmigen Rändern wird, die nicht als Nodata angegeben sind. Ein Rand hat einen Wert in allen Kanälen, beginnt an einer Ecke und hängt mit der Kante zusammen; derselbe Wert im Inneren des Bildes ist Daten. Automatisch: In Bildern, die weder einen Nodata-Wert noch eine Maske oder einen Alphakanal angeben, werden Ränder aus den Statistiken weggelassen und nicht korrigiert, wenn das, was sie übrig lassen, wie ein ganzes Bild aussieht; das Protokoll nennt sie, und Bilder ohne eine Ecke aus einem Wert werden nicht noch einmal gelesen. „Immer“ wählen, wenn ein Rand übersehen wurde oder die Bilder etwas anderes angeben, „Nie“, wenn Wasser, ein Dach oder eine Klasse in einer Ecke für einen gehalten wurde. Ergebnisse haben dort Nodata, wo das Bild einen Wert, eine Maske oder einen Alphakanal angibt, sonst was dort war. In verlustbehaftet komprimierten Dateien (JPEG, WEBP) gehören die verwischten 16 Pixel neben einem Rand dazu.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Estimate statistics from a sample</source>
            <translation>Statistiken aus einer Stichprobe schätzen</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Reads a fixed sample of the images instead of every pixel. Turn it on for a quick look at very large images, off for the final result.</source>
            <translation>Liest eine feste Stichprobe der Bilder statt jedes Pixels. Einschalten für einen schnellen Blick auf sehr große Bilder, ausschalten für das endgültige Ergebnis.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Folder for kept statistics</source>
            <translation>Ordner für aufbewahrte Statistiken</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Give a folder when you will run the same images again: with other settings, with images added, or to go on after a run was stopped. Statistics found there are not computed again, results are the same. Images whose files changed are noticed and read. The first run reads each file once more to know its content. Blocks of the local step stay the same when images are added only if the extent of the block grid and its rows and columns are given. The folder may be deleted at any time.</source>
            <translation>Einen Ordner angeben, wenn dieselben Bilder noch einmal laufen sollen: mit anderen Einstellungen, mit weiteren Bildern oder um nach einem Abbruch fortzufahren. Dort gefundene Statistiken werden nicht noch einmal berechnet, die Ergebnisse sind dieselben. Bilder, deren Dateien sich geändert haben, werden bemerkt und gelesen. Der erste Lauf liest jede Datei einmal mehr, um ihren Inhalt zu kennen. Blöcke des lokalen Schritts bleiben bei weiteren Bildern nur dann gleich, wenn die Ausdehnung des Blockgitters und seine Zeilen und Spalten angegeben sind. Der Ordner darf jederzeit gelöscht werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Light that all images share</source>
            <translation>Licht, das alle Bilder gemeinsam haben</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Images that are all brighter on the same side (sun, view angle, sensor, lens) look in their overlaps as if their exposures grew along the row, and levels would run away. Automatic: such light is taken out where levels run away and the images' own slopes say why; a warning tells where that cannot be decided. Choose always when the warning came and you know it to be light, never when the ground itself grows brighter and the camera exposed each image by its ground. In groups of fewer than four images the automatic choice only warns.</source>
            <translation>Bilder, die alle auf derselben Seite heller sind (Sonne, Blickwinkel, Sensor, Objektiv), sehen in ihren Überlappungen aus, als nähme ihre Belichtung entlang der Reihe zu, und Niveaus würden davonlaufen. Automatisch: Solches Licht wird entfernt, wo Niveaus davonlaufen und die eigenen Helligkeitsverläufe der Bilder den Grund zeigen; eine Warnung sagt, wo sich das nicht entscheiden lässt. „Immer“ wählen, wenn die Warnung kam und es sicher Licht ist, „Nie“, wenn der Boden selbst heller wird und die Kamera jedes Bild nach seinem Boden belichtet hat. In Gruppen von weniger als vier Bildern warnt die automatische Wahl nur.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Threshold mask</source>
            <translation>Schwellenwertmaske</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks clouds, water, plants or whatever a condition on the bands describes</source>
            <translation>Maskiert Wolken, Wasser, Pflanzen oder was immer eine Bedingung an die Kanäle beschreibt</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>mask,cloud,shadow,water,vegetation,ndvi,ndwi,threshold,expression,raster calculator,percentile,sieve,buffer,polygonize,spectralmatch</source>
            <translation>Maske,maskieren,Wolkenmaske,Wolke,Schatten,Wasser,Vegetation,ndvi,ndwi,Schwellenwert,Ausdruck,Rasterrechner,Perzentil,sieben,Puffer,vektorisieren,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>&lt;p&gt;Makes a mask of every image: 1 where a condition on its bands holds, 0 where not, no data where the image has none or the condition divides by zero. The polygons are ready as mask of the Balance tools: choose the mode 'Exclude' and the field &lt;i&gt;image&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Conditions are made of numbers, bands (&lt;i&gt;B1&lt;/i&gt;, &lt;i&gt;B2&lt;/i&gt;, or &lt;i&gt;blue&lt;/i&gt;, &lt;i&gt;green&lt;/i&gt;, &lt;i&gt;red&lt;/i&gt;, &lt;i&gt;nir&lt;/i&gt;, &lt;i&gt;swir&lt;/i&gt; when their numbers are given below), percentiles of a band's valid pixels (&lt;i&gt;5%B1&lt;/i&gt;), + - * / ( ), &amp;lt; &amp;lt;= &amp;gt; &amp;gt;= = != and the words &lt;i&gt;and&lt;/i&gt;, &lt;i&gt;or&lt;/i&gt;, &lt;i&gt;not&lt;/i&gt;. Band values are those that QGIS shows, with the file's scale and offset applied, times the factor below.&lt;/p&gt;&lt;p&gt;The presets are conditions too. Vegetation: NDVI above 0.2. Water: NDWI above 0. Clouds: bright in the blue, white, and bright at 1.6 micrometres. Shadows: much darker than the scene's middle in the infrared, and not as green as water. Clouds and shadows are compared with the scene's own dark pixels, so haze and constants that a product adds do no harm, but images that are cloud nearly everywhere cannot be judged. Learned: clouds, thin ones too, and their shadows by OmniCloudMask, a trained network, from red, green and near infrared in any units; its Python package omnicloudmask must be installed, and loads its weights from the internet at the first run. Vegetation is exact only where reflectance begins at 0: it finds less in Landsat Collection 2 without its offset of -0.2.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Erstellt eine Maske jedes Bildes: 1, wo eine Bedingung an seine Kanäle gilt, 0, wo nicht, Nodata, wo das Bild keine Daten hat oder die Bedingung durch null teilt. Die Polygone lassen sich direkt als Maske der Werkzeuge der Gruppe „Farben angleichen“ verwenden: den Modus „Ausschließen“ und das Feld &lt;i&gt;image&lt;/i&gt; wählen.&lt;/p&gt;&lt;p&gt;Bedingungen bestehen aus Zahlen, Kanälen (&lt;i&gt;B1&lt;/i&gt;, &lt;i&gt;B2&lt;/i&gt;, oder &lt;i&gt;blue&lt;/i&gt;, &lt;i&gt;green&lt;/i&gt;, &lt;i&gt;red&lt;/i&gt;, &lt;i&gt;nir&lt;/i&gt;, &lt;i&gt;swir&lt;/i&gt;, wenn ihre Nummern unten angegeben sind), Perzentilen der gültigen Pixel eines Kanals (&lt;i&gt;5%B1&lt;/i&gt;), + - * / ( ), &amp;lt; &amp;lt;= &amp;gt; &amp;gt;= = != und den Wörtern &lt;i&gt;and&lt;/i&gt;, &lt;i&gt;or&lt;/i&gt;, &lt;i&gt;not&lt;/i&gt;. Kanalwerte sind die, die QGIS zeigt, mit Skalierung und Offset der Datei, mal dem Faktor unten.&lt;/p&gt;&lt;p&gt;Auch die Voreinstellungen sind Bedingungen. Vegetation: NDVI über 0,2. Wasser: NDWI über 0. Wolken: hell im Blau, weiß und hell bei 1,6 Mikrometern. Schatten: viel dunkler als die Mitte der Szene im Infrarot und nicht so grün wie Wasser. Wolken und Schatten werden mit den eigenen dunklen Pixeln der Szene verglichen, sodass Dunst und Konstanten, die ein Produkt addiert, nicht schaden; Bilder, die fast überall Wolke sind, lassen sich aber nicht beurteilen. Gelernt: Wolken, auch dünne, und ihre Schatten durch OmniCloudMask, ein trainiertes Netz, aus Rot, Grün und nahem Infrarot in beliebigen Einheiten; sein Python-Paket omnicloudmask muss installiert sein und lädt beim ersten Lauf seine Gewichte aus dem Internet. Vegetation ist nur genau, wo die Reflexion bei 0 beginnt: In Landsat Collection 2 ohne seinen Offset von -0,2 findet sie weniger.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>{} mask</source>
            <translation>{} Maske</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Raster layers or files. Each gets a mask of its own; they may differ in everything, if they have the bands that the condition names.</source>
            <translation>Rasterlayer oder Dateien. Jede erhält eine eigene Maske; sie dürfen sich in allem unterscheiden, wenn sie die Kanäle haben, die die Bedingung nennt.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Ready-made condition</source>
            <translation>Fertige Bedingung</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Choose what to look for, and give the numbers of the bands it needs, among the advanced parameters. None takes the condition written below.</source>
            <translation>Wählen, wonach zu suchen ist, und bei den erweiterten Parametern die Nummern der Kanäle angeben, die dafür nötig sind. „Keine“ nimmt die unten geschriebene Bedingung.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Condition</source>
            <translation>Bedingung</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Your own condition instead of a preset, such as B4 &gt; 0.2, (B8 - B4) / (B8 + B4) &gt; 0.3 or B1 &gt; 98%B1 and not B5 &lt; 5%B5.</source>
            <translation>Eine eigene Bedingung statt einer Voreinstellung, etwa B4 &gt; 0.2, (B8 - B4) / (B8 + B4) &gt; 0.3 oder B1 &gt; 98%B1 and not B5 &lt; 5%B5.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Blue band</source>
            <translation>Blauer Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band.</source>
            <translation>In allen Bildern derselbe; wählen, wenn die Voreinstellung oder die Bedingung diesen Kanal braucht.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Green band</source>
            <translation>Grüner Kanal</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Short-wave infrared band (1.6 micrometres)</source>
            <translation>Kanal im kurzwelligen Infrarot (1,6 Mikrometer)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band. Where there is none, give the near infrared: snow then counts as cloud.</source>
            <translation>In allen Bildern derselbe; wählen, wenn die Voreinstellung oder die Bedingung diesen Kanal braucht. Wo es keinen gibt, das nahe Infrarot angeben: Schnee zählt dann als Wolke.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Factor to reflectance</source>
            <translation>Faktor zur Reflexion</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Every band value is multiplied by it. Clouds and shadows need reflectance, 0 to 1: set 0.0001 for Sentinel-2 and 0.0000275 for Landsat Collection 2, unless the files declare it.</source>
            <translation>Jeder Kanalwert wird damit multipliziert. Wolken und Schatten brauchen Reflexion, 0 bis 1: 0,0001 für Sentinel-2 und 0,0000275 für Landsat Collection 2 setzen, wenn die Dateien ihn nicht angeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Smallest patch (pixels)</source>
            <translation>Kleinster Fleck (Pixel)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Patches and holes with fewer pixels are merged with what surrounds them. Raise it when single roofs or pebbles of noise are in the mask.</source>
            <translation>Flecken und Löcher mit weniger Pixeln werden mit ihrer Umgebung vereinigt. Erhöhen, wenn einzelne Dächer oder Rauschkörner in der Maske sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Grow by (map units)</source>
            <translation>Erweitern um (Karteneinheiten)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Distance by which the mask grows in all directions, between centres of pixels. A few pixels take in the thin edges of clouds.</source>
            <translation>Abstand, um den die Maske in alle Richtungen wächst, zwischen Pixelmitten. Einige Pixel nehmen die dünnen Ränder von Wolken hinzu.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Polygons of all masks</source>
            <translation>Polygone aller Masken</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>A GeoPackage or GeoJSON file with the outlines of all masks; its field image holds the image's name. Give it when the mask is to limit the statistics of a Balance tool, or to be edited by hand.</source>
            <translation>Eine GeoPackage- oder GeoJSON-Datei mit den Umrissen aller Masken; ihr Feld image enthält den Namen des Bildes. Angeben, wenn die Maske die Statistiken eines Werkzeugs der Gruppe „Farben angleichen“ begrenzen oder von Hand bearbeitet werden soll.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks</source>
            <translation>Masken</translation>
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>already in place: no corner is {in_place:g} pixels off</source>
            <translation>bereits an Ort und Stelle: keine Ecke liegt {in_place:g} Pixel daneben</translation>
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>the images do not surely agree better after it</source>
            <translation>danach stimmen die Bilder nicht sicher besser überein</translation>
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>{words}, or the number of a band that all images have {listing}</source>
            <translation>{words} oder die Nummer eines Kanals, den alle Bilder haben {listing}</translation>
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>(there is none)</source>
            <translation>(es gibt keinen)</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>choose the METHOD phase_correlation</source>
            <translation>die METHOD phase_correlation wählen</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid in both images</source>
            <translation>zu wenige Pixel sind in beiden Bildern gültig</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid and alike in both images</source>
            <translation>zu wenige Pixel sind in beiden Bildern gültig und ähnlich</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the images hardly correlate anywhere near</source>
            <translation>die Bilder korrelieren in der Umgebung kaum</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the correlation of the images has no top near where they lie</source>
            <translation>die Korrelation der Bilder hat nahe ihrer Lage kein Maximum</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV {version} has none, choose another FEATURE.</source>
            <translation>OpenCV {version} hat keines, ein anderes FEATURE wählen.</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV with {feature}</source>
            <translation>OpenCV mit {feature}</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {number} points are alike in both images, {needed} are needed</source>
            <translation>nur {number} Punkte sind in beiden Bildern ähnlich, {needed} sind nötig</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {number} points agree on one transform, {needed} are needed</source>
            <translation>nur {number} Punkte stimmen in einer Transformation überein, {needed} sind nötig</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image shows nothing that could be recognised</source>
            <translation>ein Bild zeigt nichts, was sich wiedererkennen ließe</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image has no points that could be recognised</source>
            <translation>ein Bild hat keine Punkte, die sich wiedererkennen ließen</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image is too small for points to be found</source>
            <translation>ein Bild ist zu klein, um Punkte zu finden</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>the points that are alike do not say how the image lies</source>
            <translation>die ähnlichen Punkte sagen nicht, wie das Bild liegt</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it is fixed</source>
            <translation>es liegt fest</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>tie points that were held out got worse</source>
            <translation>zurückgehaltene Verknüpfungspunkte wurden schlechter</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it has no tie points</source>
            <translation>es hat keine Verknüpfungspunkte</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>all its tie points contradict the others</source>
            <translation>alle seine Verknüpfungspunkte widersprechen den anderen</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: nothing in its group is {in_place:g} pixels off</source>
            <translation>bereits an Ort und Stelle: nichts in seiner Gruppe liegt {in_place:g} Pixel daneben</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: no corner is {still:g} pixels off</source>
            <translation>bereits an Ort und Stelle: keine Ecke liegt {still:g} Pixel daneben</translation>
        </message>
        <message>
            <location filename="../core/align/joint_report.py" />
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <location filename="../core/align/joint_report.py" />
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>choose another FEATURE</source>
            <translation>ein anderes FEATURE wählen</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes {taken} arrays and gives {given}</source>
            <translation>der Graph nimmt {taken} Arrays und liefert {given}</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{path} cannot be used as MODEL_FILE ({detail}): give an end-to-end graph of SuperPoint and LightGlue, with two images in and points and matches out, exported for images of any size.</source>
            <translation>{path} kann nicht als MODEL_FILE verwendet werden ({detail}): einen durchgängigen Graphen aus SuperPoint und LightGlue angeben, mit zwei Bildern als Eingabe und Punkten und Zuordnungen als Ausgabe, exportiert für Bilder beliebiger Größe.</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{remedy}, or {instead}.</source>
            <translation>{remedy}, oder {instead}.</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it with a MODEL_FILE (no file is given), or another one</source>
            <translation>es mit einer MODEL_FILE (keine Datei angegeben) oder ein anderes</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes images of one size only</source>
            <translation>der Graph nimmt nur Bilder einer einzigen Größe</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime (the Python package of this name)</source>
            <translation>onnxruntime (das Python-Paket dieses Namens)</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it fails on {width} x {height} pixels</source>
            <translation>der Graph scheitert an {width} x {height} Pixeln</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>its results are no points and matches</source>
            <translation>die Ergebnisse des Graphen sind keine Punkte und Zuordnungen</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it cannot be read: {detail}</source>
            <translation>nicht lesbar: {detail}</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime cannot load it</source>
            <translation>onnxruntime kann die Datei nicht laden</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {number} windows agree with their neighbours, {needed} are needed</source>
            <translation>nur {number} Fenster stimmen mit ihren Nachbarn überein, {needed} sind nötig</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the local shifts contradict each other: the image would be folded over itself</source>
            <translation>die lokalen Verschiebungen widersprechen sich: das Bild würde über sich selbst gefaltet</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {kept} of {total} windows agree on one transform</source>
            <translation>nur {kept} von {total} Fenstern stimmen in einer Transformation überein</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the windows do not say how the image lies</source>
            <translation>die Fenster sagen nicht, wie das Bild liegt</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>too few windows of the overlap agree on one transform</source>
            <translation>zu wenige Fenster der Überlappung stimmen in einer Transformation überein</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>it does not overlap the reference</source>
            <translation>es überlappt die Referenz nicht</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the part compared is {width} x {height} pixels: less than {smallest} cannot be compared</source>
            <translation>der verglichene Teil hat {width} x {height} Pixel: weniger als {smallest} lassen sich nicht vergleichen</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the transform found is longer than MAX_SHIFT ({max_shift:g} pixels)</source>
            <translation>die gefundene Transformation ist länger als MAX_SHIFT ({max_shift:g} Pixel)</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the image</source>
            <translation>dem Bild</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the reference</source>
            <translation>der Referenz</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>nothing could be recognised in {names}</source>
            <translation>in {names} ist nichts wiederzuerkennen</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>none of its images fits the name of</source>
            <translation>keines ihrer Bilder passt zum Namen von</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>the top level</source>
            <translation>oberste Ebene</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it holds no image</source>
            <translation>sie enthält kein Bild</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{path} has another coordinate system than {other}, whose shift it gets</source>
            <translation>{path} hat ein anderes Koordinatensystem als {other}, dessen Verschiebung es erhält</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>several of its images fit the name of</source>
            <translation>mehrere ihrer Bilder passen zum Namen von</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{file}: {what} {name} ({names}). Name the files so that one name is a part of the other, or leave the image out.</source>
            <translation>{file}: {what} {name} ({names}). Die Dateien so benennen, dass ein Name Teil des anderen ist, oder das Bild weglassen.</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it has no place in the coordinate system of the reference</source>
            <translation>es hat keinen Ort im Koordinatensystem der Referenz</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>a matrix of three rows that can be inverted is expected</source>
            <translation>eine invertierbare Matrix mit drei Zeilen wird erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>as many belongs as places</source>
            <translation>ebenso viele belongs wie places werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it is not a coordinate system</source>
            <translation>es ist kein Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{width} numbers are expected</source>
            <translation>{width} Zahlen werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>1 to {most_upsampling} parts of a pixel</source>
            <translation>1 bis {most_upsampling} Teile eines Pixels</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{least} or more for the MOTION {motion}</source>
            <translation>mindestens {least} bei der MOTION {motion}</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number of pixels above 0</source>
            <translation>eine Anzahl Pixel über 0</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{words} with the METHOD {method}, or another METHOD</source>
            <translation>{words} bei der METHOD {method}, oder eine andere METHOD</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>0 for all, or {smallest} pixels or more</source>
            <translation>0 für alles, oder mindestens {smallest} Pixel</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>an odd number of pixels, 1 for none</source>
            <translation>eine ungerade Anzahl Pixel, 1 für keine Glättung</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number above 0 and up to 1</source>
            <translation>eine Zahl über 0 und bis 1</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{smallest_spacing} pixels or more</source>
            <translation>mindestens {smallest_spacing} Pixel</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it agrees, and moving it by less than {close:g} pixels makes nothing surely better</source>
            <translation>bereits an Ort und Stelle: es stimmt überein, und eine Bewegung um weniger als {close:g} Pixel macht nichts sicher besser</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>it is the reference</source>
            <translation>es ist die Referenz</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it is the most typical image</source>
            <translation>bereits an Ort und Stelle: es ist das typischste Bild</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{before:.2f} pixels before and {after:.2f} after</source>
            <translation>{before:.2f} Pixel vorher und {after:.2f} nachher</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>windows would lie further off after it, {off} (median)</source>
            <translation>Fenster lägen danach weiter daneben, {off} (Median)</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{pixels:.2f} pixels off (median of windows)</source>
            <translation>{pixels:.2f} Pixel daneben (Median der Fenster)</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>as a whole it is in place, its parts are {off}</source>
            <translation>als Ganzes ist es an Ort und Stelle, seine Teile liegen {off}</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>what they show is too smooth, or differs too much, to tell how they lie</source>
            <translation>was sie zeigen, ist zu glatt oder zu verschieden, um ihre Lage zu bestimmen</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>correlation does not peak near where they seem to lie</source>
            <translation>die Korrelation hat nahe ihrer vermuteten Lage kein Maximum</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>too few parts of them agree near where they seem to lie</source>
            <translation>zu wenige ihrer Teile stimmen nahe ihrer vermuteten Lage überein</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>no shift within MAX_SHIFT stands out from chance</source>
            <translation>keine Verschiebung innerhalb von MAX_SHIFT hebt sich vom Zufall ab</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>what the images show repeats itself: more than one shift would do</source>
            <translation>was die Bilder zeigen, wiederholt sich: mehr als eine Verschiebung würde passen</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>fewer than {smallest} pixels along a side can be compared</source>
            <translation>weniger als {smallest} Pixel entlang einer Seite lassen sich nicht vergleichen</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>the shift found is longer than MAX_SHIFT ({reach:g} pixels)</source>
            <translation>die gefundene Verschiebung ist länger als MAX_SHIFT ({reach:g} Pixel)</translation>
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD phase_correlation, or WINDOWS</source>
            <translation>METHOD phase_correlation oder WINDOWS</translation>
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD ecc with the MOTION affine, or WINDOWS</source>
            <translation>METHOD ecc mit der MOTION affine oder WINDOWS</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>the numbers of two images of the list are expected</source>
            <translation>die Nummern zweier Bilder der Liste werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has other pixels than when it was saved</source>
            <translation>{path} hat andere Pixel als beim Speichern</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has another coordinate system now</source>
            <translation>{path} hat jetzt ein anderes Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>this pair is there twice</source>
            <translation>dieses Paar kommt zweimal vor</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{count} numbers are expected</source>
            <translation>{count} Zahlen werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>a weight is a number from {least:g} to {most:g}, not {weight:g}</source>
            <translation>ein Gewicht ist eine Zahl von {least:g} bis {most:g}, nicht {weight:g}</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has no place in this coordinate system</source>
            <translation>{path} hat keinen Ort in diesem Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} shows another picture than when it was saved</source>
            <translation>{path} zeigt ein anderes Bild als beim Speichern</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has {now} now, not {then}</source>
            <translation>{path} hat jetzt {now}, nicht {then}</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>four coordinates and a weight are expected</source>
            <translation>vier Koordinaten und ein Gewicht werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>it lies far from {image}</source>
            <translation>der Punkt liegt weit entfernt von {image}</translation>
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its middle does not exist in the coordinate system of the reference</source>
            <translation>seine Mitte existiert im Koordinatensystem der Referenz nicht</translation>
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its extent does not exist in the coordinate system of the reference</source>
            <translation>seine Ausdehnung existiert im Koordinatensystem der Referenz nicht</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>a whole number up to {largest}</source>
            <translation>eine ganze Zahl bis {largest}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>True or False</source>
            <translation>True oder False</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>names of files</source>
            <translation>Namen von Dateien</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>an object with {methods}</source>
            <translation>ein Objekt mit {methods}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{other} or {wanted}</source>
            <translation>{other} oder {wanted}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{wanted} or None</source>
            <translation>{wanted} oder None</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{wanted}, not {kind}</source>
            <translation>{wanted}, nicht {kind}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{first} and {other} would overlap if their longitudes, 360 degrees apart, were counted alike; move the bounds of one of them by 360 degrees (gdal_translate -a_ullr) and run again</source>
            <translation>{first} und {other} würden sich überlappen, wenn ihre um 360 Grad verschiedenen Längen gleich gezählt würden; die Grenzen eines der beiden um 360 Grad verschieben (gdal_translate -a_ullr) und erneut ausführen</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>check their coordinate systems and positions, or choose images that share ground</source>
            <translation>ihre Koordinatensysteme und Lage prüfen, oder Bilder mit gemeinsamem Boden wählen</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>All images need the same number of bands, not counting alpha ({differing}): extract the common bands (Rearrange bands) or remove the odd ones.</source>
            <translation>Alle Bilder brauchen dieselbe Anzahl Kanäle, ohne Alpha gezählt ({differing}): die gemeinsamen Kanäle extrahieren (Kanäle neu anordnen) oder die abweichenden Bilder entfernen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>At least {n} images are needed, {given} given: add images to the input.</source>
            <extracomment>For one: At least {n} image is needed, {given} given: add images to the input.</extracomment>
            <translation>
                <numerusform>Mindestens {n} Bild ist nötig, {given} angegeben: Bilder zur Eingabe hinzufügen.</numerusform>
                <numerusform>Mindestens {n} Bilder sind nötig, {given} angegeben: Bilder zur Eingabe hinzufügen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{path} is given more than once: keep it in the input list only once.</source>
            <translation>{path} ist mehr als einmal angegeben: nur einmal in der Eingabeliste behalten.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>No two of the images overlap ({paths}): {remedy}.</source>
            <translation>Keine zwei der Bilder überlappen sich ({paths}): {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>Bands of {name} and {others} are red, green and blue in different orders: what stands first in one is compared with what stands first in the other. Rearrange bands if that is wrong.</source>
            <translation>Die Kanäle von {name} und {others} sind Rot, Grün und Blau in verschiedener Reihenfolge: Was im einen zuerst steht, wird mit dem verglichen, was im anderen zuerst steht. Falls das falsch ist, Kanäle neu anordnen.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>; so would {other_pairs}</source>
            <translation>; ebenso {other_pairs}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>{n} other pairs</source>
            <extracomment>For one: {n} other pair</extracomment>
            <translation>
                <numerusform>{n} weiteres Paar</numerusform>
                <numerusform>{n} weitere Paare</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>a value that {path} ({kind}) can hold</source>
            <translation>ein Wert, den {path} ({kind}) enthalten kann</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>there is no such file</source>
            <translation>diese Datei gibt es nicht</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>it is not a scheduler file</source>
            <translation>es ist keine Scheduler-Datei</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>The Python package distributed</source>
            <translation>Das Python-Paket distributed</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>no answer</source>
            <translation>keine Antwort</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>No Dask scheduler was found with {scheduler} ({detail}): give the address or the file of a running one, or leave SCHEDULER empty to work on this machine.</source>
            <translation>Mit {scheduler} wurde kein Dask-Scheduler gefunden ({detail}): die Adresse oder die Datei eines laufenden angeben, oder SCHEDULER leer lassen, um auf diesem Rechner zu arbeiten.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The Dask scheduler {scheduler} has no workers: start some with dask worker {scheduler}</source>
            <translation>Der Dask-Scheduler {scheduler} hat keine Worker: welche starten mit dask worker {scheduler}</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>QGIS runs Python {own} and the cluster another one ({listing}): start the scheduler and the workers with Python {own}.</source>
            <translation>QGIS läuft mit Python {own}, der Cluster mit einem anderen ({listing}): Scheduler und Worker mit Python {own} starten.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers lack Python packages ({listing}): install them there; on Debian and Ubuntu with apt-get install python3-numpy python3-scipy python3-gdal</source>
            <translation>Workern fehlen Python-Pakete ({listing}): dort installieren; unter Debian und Ubuntu mit apt-get install python3-numpy python3-scipy python3-gdal</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers do not see the same files, or cannot write to the folder ({listing}): put images and results on storage that all machines mount under the same path.</source>
            <translation>Worker sehen nicht dieselben Dateien oder können nicht in den Ordner schreiben ({listing}): Bilder und Ergebnisse auf einem Speicher ablegen, den alle Rechner unter demselben Pfad einbinden.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The cluster's workers gave no answer within {seconds:g} seconds: look at their logs and restart them.</source>
            <translation>Die Worker des Clusters haben innerhalb von {seconds:g} Sekunden nicht geantwortet: ihre Protokolle ansehen und sie neu starten.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Worker {worker} cannot take tasks ({detail}): look at its log and restart it.</source>
            <translation>Der Worker {worker} kann keine Aufgaben annehmen ({detail}): sein Protokoll ansehen und ihn neu starten.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The connection to the Dask scheduler {scheduler} was lost: see that it runs and start again; earlier outputs are untouched.</source>
            <translation>Die Verbindung zum Dask-Scheduler {scheduler} ging verloren: prüfen, ob er läuft, und erneut ausführen; frühere Ergebnisse bleiben unverändert.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Several workers died at one task ({detail}): look at their logs, give them more memory or lower MEMORY_BUDGET.</source>
            <translation>Mehrere Worker sind an einer Aufgabe gescheitert ({detail}): ihre Protokolle ansehen, ihnen mehr Speicher geben oder MEMORY_BUDGET senken.</translation>
        </message>
        <message>
            <location filename="../core/cluster/pool.py" />
            <source>The cluster {scheduler} has lost all its workers; the run waits for new ones: start some, or cancel.</source>
            <translation>Der Cluster {scheduler} hat alle Worker verloren; der Lauf wartet auf neue: welche starten oder abbrechen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>is not known</source>
            <translation>ist nicht bekannt</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{named} and {n} more</source>
            <translation>{named} und {n} weitere</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The run was cancelled; earlier outputs are untouched.</source>
            <translation>Der Lauf wurde abgebrochen; frühere Ergebnisse bleiben unverändert.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The images overlap, but no pixel is valid in two of them ({paths}): check nodata values and masks, and that the mask leaves common ground.</source>
            <translation>Die Bilder überlappen sich, aber kein Pixel ist in zweien gültig ({paths}): Nodata-Werte und Masken prüfen, und ob die Maske gemeinsamen Boden übrig lässt.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be opened as a raster{detail}: choose a raster file, or restore it.</source>
            <translation>{name} lässt sich nicht als Raster öffnen{detail}: eine Rasterdatei wählen oder die Datei wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} opens, but its pixels cannot be read{detail}: the file is truncated or damaged; get it again or remove it from the inputs.</source>
            <translation>{path} lässt sich öffnen, aber seine Pixel sind nicht lesbar{detail}: Die Datei ist unvollständig oder beschädigt; neu beschaffen oder aus den Eingaben entfernen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no georeference, so its overlaps cannot be found: give it a coordinate system and a geotransform (Georeferencer, or gdal_edit), or remove it.</source>
            <translation>{path} hat keine Georeferenz, daher lassen sich seine Überlappungen nicht finden: ein Koordinatensystem und eine Geotransformation zuweisen (Georeferenzierung oder gdal_edit), oder entfernen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has a geotransform in which pixels have no area, so nothing can be placed by it: give it the right one (Georeferencer, or gdal_edit), or remove it.</source>
            <translation>{path} hat eine Geotransformation, in der Pixel keine Fläche haben, daher lässt sich nichts damit platzieren: die richtige zuweisen (Georeferenzierung oder gdal_edit), oder entfernen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>These images have no coordinate system while others have one: {paths}. Assign the right one (Assign projection) and run again.</source>
            <translation>Diese Bilder haben kein Koordinatensystem, andere aber schon: {paths}. Das richtige zuweisen (Projektion zuweisen) und erneut ausführen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Two results would be written to {path}: give each of them a file of its own.</source>
            <translation>Zwei Ergebnisse würden nach {path} geschrieben: jedem eine eigene Datei geben.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The output name "{name}" cannot be used: {remedy}</source>
            <translation>Der Ausgabename "{name}" kann nicht verwendet werden: {remedy}</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} is a folder: give the name of a file.</source>
            <translation>{path} ist ein Ordner: den Namen einer Datei angeben.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Several images would be written to {path}: put $ into the output name.</source>
            <translation>Mehrere Bilder würden nach {path} geschrieben: $ in den Ausgabenamen aufnehmen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>has no space left: free some space there or choose another folder</source>
            <translation>hat keinen Platz mehr: dort Platz schaffen oder einen anderen Ordner wählen</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>cannot be written to: choose another folder or change its permissions</source>
            <translation>ist nicht beschreibbar: einen anderen Ordner wählen oder seine Berechtigungen ändern</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} could not be written{detail}: check space, permissions and CREATION_OPTIONS; earlier outputs are untouched.</source>
            <translation>{path} konnte nicht geschrieben werden{detail}: Platz, Berechtigungen und CREATION_OPTIONS prüfen; frühere Ergebnisse bleiben unverändert.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be replaced{detail}: close the programs that use it and run again.</source>
            <translation>{path} kann nicht ersetzt werden{detail}: die Programme schließen, die die Datei verwenden, und erneut ausführen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>does not lead to that of the images ("{target}")</source>
            <translation>führt nicht zu dem der Bilder ("{target}")</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The coordinate system of {owner} ("{crs}") {fault}: assign the right one, or transform it first.</source>
            <translation>Das Koordinatensystem von {owner} ("{crs}") {fault}: das richtige zuweisen oder zuerst transformieren.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} (band {number})</source>
            <translation>{name} (Kanal {number})</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no measurements in {asked}; its bands are {listing}: choose one of these.</source>
            <translation>{path} hat keine Messwerte in {asked}; seine Kanäle sind {listing}: einen davon wählen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source> at {place}</source>
            <translation> (Stelle: {place})</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be used: {what}{where}; save it again or choose another file.</source>
            <translation>{path} kann nicht verwendet werden: {what}{where}; neu speichern oder eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be "{value}": use {allowed}.</source>
            <translation>{name} kann nicht "{value}" sein; zulässig: {allowed}.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{library} is needed for this and is not installed: {command}</source>
            <translation>{library} wird hierfür benötigt und ist nicht installiert: {command}</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>And {n} more problems of these kinds.</source>
            <translation>Und {n} weitere Probleme dieser Art.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Band {number} of {path} has no contrast, so nothing correlates with it: choose another template, or leave the band out of BANDS.</source>
            <translation>Kanal {number} von {path} hat keinen Kontrast, daher korreliert nichts damit: eine andere Vorlage wählen oder den Kanal in BANDS weglassen.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} cannot be compared with {partner} anywhere: {why}.</source>
            <translation>{path} kann nirgends mit {partner} verglichen werden: {why}.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} holds values too large to compute with: declare them as no data if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation>{path} enthält Werte, die zum Rechnen zu groß sind: als Nodata deklarieren, falls sie fehlende Pixel kennzeichnen, oder das Bild in eine andere Einheit bringen (Rasterrechner).</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>, and that the mask polygons leave some of it</source>
            <translation>, und ob die Maskenpolygone etwas davon übrig lassen</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} has no valid pixel to count in band {band}: check its nodata value and mask{more}.</source>
            <translation>{path} hat in Kanal {band} kein gültiges Pixel zum Zählen: Nodata-Wert und Maske prüfen{more}.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>All images need the same data type for one common table ({differing}): convert them (Translate), or choose another METHOD.</source>
            <translation>Alle Bilder brauchen für eine gemeinsame Tabelle denselben Datentyp ({differing}): umwandeln (Übersetzen) oder eine andere METHOD wählen.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>TEMPLATE and OTHER are both given: empty one of them.</source>
            <translation>TEMPLATE und OTHER sind beide angegeben: eines davon leeren.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Nothing says what to compare the image with: give a TEMPLATE to look for, or an OTHER image of the same ground.</source>
            <translation>Nichts sagt, womit das Bild verglichen werden soll: ein TEMPLATE zum Suchen angeben oder ein Bild desselben Bodens als OTHER.</translation>
        </message>
        <message>
            <location filename="../core/filters/gaps/inpainting.py" />
            <source>choose a METHOD other than telea and navier_stokes</source>
            <translation>eine andere METHOD als telea und navier_stokes wählen</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, because {path} is placed by ground control points; or warp it first</source>
            <translation>1, weil {path} durch Passpunkte platziert ist; oder zuerst transformieren</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of pixels from 1</source>
            <translation>eine ganze Zahl von Pixeln ab 1</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>pixels within the image</source>
            <translation>Pixel innerhalb des Bildes</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, or BANDS of one scale and offset: they are summed</source>
            <translation>1, oder BANDS mit gleicher Skalierung und gleichem Offset: sie werden summiert</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of bands from 1</source>
            <translation>eine ganze Zahl von Kanälen ab 1</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a share from 0 to 1</source>
            <translation>ein Anteil von 0 bis 1</translation>
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 2</source>
            <translation>eine ganze Zahl von Pixeln ab 2</translation>
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 0</source>
            <translation>eine ganze Zahl von Pixeln ab 0</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>on Debian and Ubuntu run apt-get install {debian}, elsewhere {pip} with QGIS's Python</source>
            <translation>auf Debian und Ubuntu apt-get install {debian} ausführen, anderswo {pip} mit dem Python von QGIS</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open the OSGeo4W Shell from the start menu and run {pip}</source>
            <translation>QGIS schließen, die OSGeo4W-Shell aus dem Startmenü öffnen und {pip} ausführen</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open Terminal and run {folder}/bin/{pip}</source>
            <translation>QGIS schließen, Terminal öffnen und {folder}/bin/{pip} ausführen</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>run {pip} with QGIS's Python</source>
            <translation>{pip} mit dem Python von QGIS ausführen</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>{valid:,} pixels with data</source>
            <translation>{valid:,} Pixel mit Daten</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>{what}: pixels of {width:.10g} x {height:.10g} map units; {images} copied exactly, {number} resampled ({resampling}).</source>
            <translation>{what}: Pixel von {width:.10g} x {height:.10g} Karteneinheiten; {images} genau kopiert, {number} neu abgetastet ({resampling}).</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/align_grids.py" />
            <source>{n} images</source>
            <extracomment>For one: {n} image</extracomment>
            <translation>
                <numerusform>{n} Bild</numerusform>
                <numerusform>{n} Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>No pixel of {empty} is valid on the grid: they are smaller than one, or have no data there. Check PIXEL_SIZE, TARGET_CRS and TARGET_EXTENT.</source>
            <translation>Kein Pixel ist auf dem Gitter gültig: {empty}. Die Bilder sind kleiner als ein Pixel oder haben dort keine Daten. PIXEL_SIZE, TARGET_CRS und TARGET_EXTENT prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>One grid</source>
            <translation>Ein Gitter</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>Nothing but nodata on one grid</source>
            <translation>Nichts als Nodata auf einem Gitter</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>From where the ground is shown to where it belongs</source>
            <translation>Von dort, wo der Boden gezeigt wird, dorthin, wo er hingehört</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, before</source>
            <translation>Zwischen Verknüpfungspunkten, vorher</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, after</source>
            <translation>Zwischen Verknüpfungspunkten, nachher</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>Saved gains and offsets were applied to {images}; how well they agree was not looked at.</source>
            <translation>Gespeicherte Gains und Offsets wurden auf {images} angewendet; wie gut sie übereinstimmen, wurde nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds no adjustment for {path}</source>
            <translation>sie enthält keine Anpassung für {path}</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds {held} bands and {image} has {bands}</source>
            <translation>sie enthält {held} Kanäle, {image} hat {bands}</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} has changed since its adjustment was saved: the gains are those of its earlier pixels. Find them anew (Global regression) where the change matters.</source>
            <translation>{path} hat sich seit dem Speichern seiner Anpassung geändert: Die Gains gelten für die früheren Pixel. Neu bestimmen (Globale Regression), wo die Änderung wichtig ist.</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} is {now}, and its adjustment was found for {data_type}: it fits only if both hold the same values. Find it anew (Global regression) if they do not.</source>
            <translation>{path} ist {now}, seine Anpassung wurde aber für {data_type} bestimmt: Sie passt nur, wenn beide dieselben Werte enthalten. Andernfalls neu bestimmen (Globale Regression).</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Reading {images} for statistics.</source>
            <translation>Lese {images} für die Statistiken.</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Solving for {sought}.</source>
            <translation>Berechne {sought}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>, then </source>
            <translation>, dann </translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>gains and offsets</source>
            <translation>Gains und Offsets</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>block maps</source>
            <translation>Blockkarten</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/closing.py" />
            <source>{files} were written to {place}: {more}.</source>
            <extracomment>For one: {files} was written to {place}: {more}.</extracomment>
            <translation>
                <numerusform>{files} wurde nach {place} geschrieben: {more}.</numerusform>
                <numerusform>{files} wurden nach {place} geschrieben: {more}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/closing.py" />
            <source>{files} were written to {place}.</source>
            <extracomment>For one: {files} was written to {place}.</extracomment>
            <translation>
                <numerusform>{files} wurde nach {place} geschrieben.</numerusform>
                <numerusform>{files} wurden nach {place} geschrieben.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/closing.py" />
            <source>{folder} and other folders</source>
            <translation>{folder} und andere Ordner</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>names or paths of images of the run</source>
            <translation>Namen oder Pfade von Bildern des Laufs</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>false: the images lie far apart, the grid that holds them has {width} x {height} pixels</source>
            <translation>false: die Bilder liegen weit auseinander, das Gitter, das sie aufnimmt, hat {width} x {height} Pixel</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>image with LOAD_MATRICES, which says where images belong</source>
            <translation>image bei LOAD_MATRICES, das angibt, wohin die Bilder gehören</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE image: set that to mean or median</source>
            <translation>nichts beim REFERENCE_MODE image: diesen auf mean oder median setzen</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}, whose images have one CHANNEL</source>
            <translation>nichts beim REFERENCE_MODE {mode}, dessen Bilder nur einen CHANNEL haben</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{number} files</source>
            <translation>{number} Dateien</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of the images</source>
            <translation>{mode} der Bilder</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a reference image, or set REFERENCE_MODE to mean or median</source>
            <translation>ein Referenzbild, oder REFERENCE_MODE auf mean oder median setzen</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>larger pixels: the images' own are {times:.2g} times as large</source>
            <translation>größere Pixel: die bildeigenen sind {times:.2g}-mal so groß</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>shift vectors</source>
            <translation>Verschiebungsvektoren</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>tie points</source>
            <translation>Verknüpfungspunkte</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of {number} images</source>
            <translation>{mode} von {number} Bildern</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}</source>
            <translation>nichts beim REFERENCE_MODE {mode}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the number of bands of one date, or 0</source>
            <translation>die Anzahl der Kanäle eines Zeitpunkts, oder 0</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a folder with BANDS_PER_DATE</source>
            <translation>ein Ordner bei BANDS_PER_DATE</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the REFERENCE_MODE {reference_mode}</source>
            <translation>der REFERENCE_MODE {reference_mode}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with LOAD_MATRICES, for no windows are compared</source>
            <translation>nichts bei LOAD_MATRICES, denn es werden keine Fenster verglichen</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a number above 0, or nothing for the grid's own</source>
            <translation>eine Zahl über 0, oder nichts für die Pixelgröße des Gitters</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the name of a file that ends with .tif</source>
            <translation>der Name einer Datei, der auf .tif endet</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{moved} of {images} aligned together{fit}.</source>
            <translation>{images}, davon {moved} gemeinsam ausgerichtet{fit}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{tie_points} in {tied} of {pairs}</source>
            <translation>{tie_points} ({pairs}, davon {tied} verbunden)</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} pairs</source>
            <extracomment>For one: {n} pair</extracomment>
            <translation>
                <numerusform>{n} Paar</numerusform>
                <numerusform>{n} Paare</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>: between tie points {before:.3f} pixels (RMSE) before, {after:.3f} after</source>
            <translation>: zwischen Verknüpfungspunkten {before:.3f} Pixel (RMSE) vorher, {after:.3f} nachher</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>residual vectors</source>
            <translation>Restvektoren</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>16 pixels or more</source>
            <translation>mindestens 16 Pixel</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>0 or more</source>
            <translation>mindestens 0</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{pairs} of the tie points file left out: one of the images is not an input.</source>
            <translation>{pairs} der Verknüpfungspunktdatei ausgelassen: eines der Bilder ist keine Eingabe.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>Tie points of {known} are taken from the file, of {others} looked for.</source>
            <translation>Verknüpfungspunkte: für {known} aus der Datei übernommen, für {others} gesucht.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} tie points</source>
            <extracomment>For one: {n} tie point</extracomment>
            <translation>
                <numerusform>{n} Verknüpfungspunkt</numerusform>
                <numerusform>{n} Verknüpfungspunkte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, {rejected} of them rejected; RMSE {before:.3f} pixels before, {after:.3f} after.</source>
            <translation>{found}, {rejected} davon verworfen; RMSE {before:.3f} Pixel vorher, {after:.3f} nachher.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{first} and {second}</source>
            <translation>{first} und {second}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No loop of overlaps checks the tie points between {listing}: look at the results there.</source>
            <translation>Keine Schleife von Überlappungen prüft die Verknüpfungspunkte zwischen {listing}: die Ergebnisse dort ansehen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>its local mesh was made stiffer, because it would have folded</source>
            <translation>sein lokales Netz wurde steifer gemacht, weil es sich gefaltet hätte</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>it gets no local mesh, because that would fold</source>
            <translation>es bekommt kein lokales Netz, weil sich dieses falten würde</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{name} is passed on as it is: {reason}.</source>
            <translation>{name} wird unverändert weitergegeben: {reason}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, all of them rejected, so nothing is aligned: try another CHANNEL or METHOD, or another MODEL.</source>
            <translation>{found}, alle verworfen, daher wird nichts ausgerichtet: anderen CHANNEL, andere METHOD oder anderes MODEL versuchen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No tie points in {pairs}, so nothing is aligned: try another CHANNEL or METHOD, or a larger MAX_SHIFT.</source>
            <translation>Keine Verknüpfungspunkte für {pairs}, daher wird nichts ausgerichtet: anderen CHANNEL, andere METHOD oder größeres MAX_SHIFT versuchen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{first} and {second}: {rejected} of {points} tie points contradict the others and were left out; look for repeated patterns, clouds or changed ground.</source>
            <translation>{first} und {second}: {rejected} von {points} Verknüpfungspunkten widersprechen den anderen und wurden ausgelassen; auf sich wiederholende Muster, Wolken oder veränderten Boden achten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{text} Try another METHOD or CHANNEL, a larger MAX_SHIFT, or a simpler MODEL.</source>
            <translation>{text} Andere METHOD, anderen CHANNEL, größeres MAX_SHIFT oder einfacheres MODEL versuchen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it is not moved</source>
            <translation>es wird nicht verschoben</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it overlaps no other image</source>
            <translation>es überlappt kein anderes Bild</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>no image of the reference overlaps it</source>
            <translation>kein Bild der Referenz überlappt es</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference.</source>
            <translation>Andere METHOD, anderen CHANNEL oder größeres MAX_SHIFT versuchen und prüfen, ob das Bild den Boden der Referenz zeigt.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{moved} of {images} aligned to {target}{kept}{failed}.</source>
            <translation>{images}, davon {moved} ausgerichtet (Referenz: {target}){kept}{failed}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>correlation on {where} {before:.4f} before, {after:.4f} after</source>
            <translation>Korrelation in {where} {before:.4f} vorher, {after:.4f} nachher</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}</source>
            <translation>, um {turn:.3f} Grad gegen den Uhrzeigersinn gedreht und mit {scale:.5f} skaliert</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {there} lay in place already</source>
            <translation>, {there} bereits an Ort und Stelle</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {left} could not be aligned</source>
            <translation>, {left} nicht ausrichtbar</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>together with the others, which were aligned to it</source>
            <translation>zusammen mit den anderen, die daran ausgerichtet wurden</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>held-out windows</source>
            <translation>zurückgehaltenen Fenstern</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>the windows it was made from</source>
            <translation>den Fenstern, aus denen sie bestimmt wurde</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}</source>
            <translation>{image}: um {columns:.2f} Spalten und {rows:.2f} Zeilen verschoben{turned}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is moved as a whole and not warped: {reason}. Try another WINDOW_SPACING, or leave WINDOWS off.</source>
            <translation>{image} wird als Ganzes verschoben und nicht entzerrt: {reason}. Anderes WINDOW_SPACING versuchen oder WINDOWS ausgeschaltet lassen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}.</source>
            <translation>{image}: um {columns:.2f} Spalten und {rows:.2f} Zeilen verschoben{turned}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is passed on as it is: {reason}.</source>
            <translation>{image} wird unverändert weitergegeben: {reason}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Parts of {image} still lie {pixels:.2f} pixels off (median of windows): try {remedy}.</source>
            <translation>Teile von {image} liegen noch {pixels:.2f} Pixel daneben (Median der Fenster): {remedy} versuchen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Nothing checks the warp of {image}: it was made from all windows that tell; look at the result there, or choose a smaller WINDOW_SPACING.</source>
            <translation>Nichts prüft die Entzerrung von {image}: Sie wurde aus allen aussagekräftigen Fenstern bestimmt; das Ergebnis dort ansehen oder ein kleineres WINDOW_SPACING wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn SAME_GRID off, or choose another reference.</source>
            <translation>{image} liegt außerhalb des Gitters, das SAME_GRID allen gibt: Sein Ergebnis ist leer. SAME_GRID ausschalten oder eine andere Referenz wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try {remedy}.</source>
            <translation>{remedy} versuchen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} could not be aligned and is passed on as it is: {reason}. {remedy}</source>
            <translation>{image} konnte nicht ausgerichtet werden und wird unverändert weitergegeben: {reason}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>too few pixels are valid in both, or nothing has contrast; check nodata and masks, or lower MIN_VALID</source>
            <translation>zu wenige Pixel sind in beiden gültig, oder nichts hat Kontrast; Nodata und Masken prüfen oder MIN_VALID senken</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The best score is {score:.4f}, at column {column} and row {row}, counted from 0{where}.</source>
            <translation>Der beste Wert ist {score:.4f}, in Spalte {column} und Zeile {row}, von 0 an gezählt{where}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} rasters</source>
            <extracomment>For one: {n} raster</extracomment>
            <translation>
                <numerusform>{n} Raster</numerusform>
                <numerusform>{n} Raster</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{scored:,} of {windows} have a score ({share:.1%}).</source>
            <translation>{windows}, davon {scored:,} mit einem Wert ({share:.1%}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the table is a CSV file</source>
            <translation>die Tabelle ist eine CSV-Datei</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} tables</source>
            <extracomment>For one: {n} table</extracomment>
            <translation>
                <numerusform>{n} Tabelle</numerusform>
                <numerusform>{n} Tabellen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{image}: {windows} most alike at the end of the search, where no shift is known: raise SEARCH, or WINDOW where the images have little contrast.</source>
            <translation>{image}: {windows} am ähnlichsten am Ende des Suchbereichs, wo keine Verschiebung bekannt ist: SEARCH erhöhen, oder WINDOW, wo die Bilder wenig Kontrast haben.</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the template has {pixels} pixels, the image {image_pixels}; cut a smaller one, or lower MIN_VALID</source>
            <translation>die Vorlage hat {pixels} Pixel, das Bild {image_pixels}; eine kleinere ausschneiden oder MIN_VALID senken</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The pixels of {partner} are not as large as those of {image}: a template is compared pixel by pixel; resample it first (Warp) where it shows things at another scale.</source>
            <translation>Die Pixel von {partner} sind nicht so groß wie die von {image}: Eine Vorlage wird Pixel für Pixel verglichen; zuerst neu abtasten (Transformieren), wenn sie die Dinge in einem anderen Maßstab zeigt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} windows</source>
            <extracomment>For one: {n} window</extracomment>
            <translation>
                <numerusform>{n} Fenster</numerusform>
                <numerusform>{n} Fenster</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>nothing with a TEMPLATE, which has no shift</source>
            <translation>nichts bei einem TEMPLATE, das keine Verschiebung hat</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>1 or more where OUTPUT_SHIFT is given</source>
            <translation>mindestens 1, wenn OUTPUT_SHIFT angegeben ist</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>a smaller one, or raise MEMORY_BUDGET</source>
            <translation>ein kleinerer Wert, oder MEMORY_BUDGET erhöhen</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or CONSTANT_BORDER always if {listing} at a corner is an empty border</source>
            <translation>, oder CONSTANT_BORDER always, falls {listing} an einer Ecke ein leerer Rand ist</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/delivery.py" />
            <source>{n} virtual images</source>
            <extracomment>For one: {n} virtual image</extracomment>
            <translation>
                <numerusform>{n} virtuelles Bild</numerusform>
                <numerusform>{n} virtuelle Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Writing {images}.</source>
            <translation>Schreibe {images}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source> (estimated from statistics; pixels are counted when images are written)</source>
            <translation> (aus Statistiken geschätzt; gezählt werden Pixel, wenn Bilder geschrieben werden)</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{value} in {name}</source>
            <translation>{value} in {name}</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{total:,} pixels with data</source>
            <translation>{total:,} Pixel mit Daten</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>CREATION_OPTIONS {lossy} changes values in the files; all figures are of those before it. Choose a lossless compression, such as COMPRESS=DEFLATE, where values matter.</source>
            <translation>CREATION_OPTIONS {lossy} verändert die Werte in den Dateien; alle Kennzahlen gelten für die Werte davor. Eine verlustfreie Kompression wie COMPRESS=DEFLATE wählen, wo es auf die Werte ankommt.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{share:.2%} in band {number}</source>
            <translation>{share:.2%} in Kanal {number}</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Less than {share:.1%} of the values did not fit into {dtype} in {few}{how}.</source>
            <translation>Weniger als {share:.1%} der Werte passten nicht in {dtype} bei {few}{how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Values that did not fit into {dtype} were clipped: {several}{how}.</source>
            <translation>Werte, die nicht in {dtype} passten, wurden abgeschnitten: {several}{how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Many values did not fit into {dtype} and were clipped: {what}{how}. Choose a wider OUTPUT_DTYPE{model_images}{border_remedy}.</source>
            <translation>Viele Werte passten nicht in {dtype} und wurden abgeschnitten: {what}{how}. Einen breiteren OUTPUT_DTYPE wählen{model_images}{border_remedy}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or name MODEL_IMAGES that leave the others within it</source>
            <translation>, oder MODEL_IMAGES angeben, bei denen die anderen hineinpassen</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a model image but not an input: add it to the input or remove it.</source>
            <translation>{path} ist ein Musterbild (MODEL_IMAGES), aber keine Eingabe: zur Eingabe hinzufügen oder entfernen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a fixed image but not an input: add it to the input or remove it.</source>
            <translation>{path} ist ein festes Bild, aber keine Eingabe: zur Eingabe hinzufügen oder entfernen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>All images are excluded as model images: leave at least one that the others can follow.</source>
            <translation>Alle Bilder sind als Musterbilder ausgeschlossen: mindestens eines übrig lassen, dem die anderen folgen können.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} and {reference} have too few pseudo-invariant features ({method}): {why}; choose another PIF_METHOD, or images that share more ground.</source>
            <translation>{path} und {reference} haben zu wenige pseudoinvariante Objekte ({method}): {why}; eine andere PIF_METHOD wählen, oder Bilder mit mehr gemeinsamem Boden.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} in {holes}</source>
            <translation>{pixels} ({holes})</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {places} were filled ({method}).</source>
            <extracomment>For one: {name}: {places} was filled ({method}).</extracomment>
            <translation>
                <numerusform>{name}: {places} wurde gefüllt ({method}).</numerusform>
                <numerusform>{name}: {places} wurden gefüllt ({method}).</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} of {pixels} in all</source>
            <translation>{holes} mit zusammen {pixels}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} pixels</source>
            <extracomment>For one: {n} pixel</extracomment>
            <translation>
                <numerusform>{n} Pixel</numerusform>
                <numerusform>{n} Pixel</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>an image of the same ground, or another METHOD</source>
            <translation>ein Bild desselben Bodens, oder eine andere METHOD</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{other} is not used: METHOD {method} takes no pixels from another image. Choose METHOD other_image, or leave OTHER empty.</source>
            <translation>{other} wird nicht verwendet: METHOD {method} übernimmt keine Pixel aus einem anderen Bild. METHOD other_image wählen oder OTHER leer lassen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} holes</source>
            <extracomment>For one: {n} hole</extracomment>
            <translation>
                <numerusform>{n} Loch</numerusform>
                <numerusform>{n} Löcher</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} left as found: the rectangle around has more than {largest} pixels, too many for inpainting; choose nearest, inverse_distance or other_image.</source>
            <translation>{holes} unverändert gelassen: Das umgebende Rechteck hat mehr als {largest} Pixel, zu viele für Inpainting; nearest, inverse_distance oder other_image wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {pixels} between valid ones will stay without data, as stripes that run through to the raster's edge do (Landsat 7). Turn INSIDE_FOOTPRINT off to fill them, and blank with mask_rasters what else is filled outside the footprint.</source>
            <translation>{name}: {pixels} zwischen gültigen bleiben ohne Daten, wie Streifen, die bis zum Rand des Rasters durchlaufen (Landsat 7). INSIDE_FOOTPRINT ausschalten, um sie zu füllen, und mit mask_rasters leeren, was sonst außerhalb des Umrisses gefüllt wird.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>OTHER shows nothing</source>
            <translation>OTHER nichts zeigt</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing valid bounds the hole</source>
            <translation>nichts Gültiges das Loch begrenzt</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} where {lacking}</source>
            <translation>{pixels}, wo {lacking}</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{places}, larger than MAX_SIZE ({max_size})</source>
            <translation>{places}, größer als MAX_SIZE ({max_size})</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} connected to the raster's edge (turn INSIDE_FOOTPRINT off to fill them)</source>
            <translation>{pixels} mit Verbindung zum Rand des Rasters (INSIDE_FOOTPRINT ausschalten, um sie zu füllen)</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} has no hole to fill, and the result is a copy: check that its nodata value is declared, or turn INSIDE_FOOTPRINT off where the holes reach the raster's edge.</source>
            <translation>{name} hat kein Loch zu füllen, das Ergebnis ist eine Kopie: prüfen, ob der Nodata-Wert deklariert ist, oder INSIDE_FOOTPRINT ausschalten, wenn die Löcher bis zum Rand des Rasters reichen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>, counted in each band</source>
            <translation>, in jedem Kanal gezählt</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source> Choose another METHOD, or another OTHER, for what is left.</source>
            <translation> Für den Rest eine andere METHOD oder ein anderes OTHER wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} stays without data in some places{each}: {reasons}.{remedy}</source>
            <translation>{name} bleibt stellenweise ohne Daten{each}: {reasons}.{remedy}</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>another image than INPUT, which is empty in the same places</source>
            <translation>ein anderes Bild als INPUT, das an denselben Stellen leer ist</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>pixels, or 0 for holes of any size</source>
            <translation>Pixel, oder 0 für Löcher jeder Größe</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing: {path} has one mask for all bands</source>
            <translation>nichts: {path} hat eine Maske für alle Kanäle</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a local map with targets, not a reference map</source>
            <translation>es ist eine lokale Karte mit Zielwerten, keine Referenzkarte</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is no block map: its pixels are those of the images</source>
            <translation>es ist keine Blockkarte: ihre Pixel sind die der Bilder</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The maps were made for the correction "{correction}"; it is used.</source>
            <translation>Die Karten wurden für die Korrektur "{correction}" erstellt; sie wird verwendet.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>REFERENCE_MAP and LOCAL_MAPS</source>
            <translation>REFERENCE_MAP und LOCAL_MAPS</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>one of the two at least</source>
            <translation>mindestens eines der beiden</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>is a reference map</source>
            <translation>ist eine Referenzkarte</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>are reference maps</source>
            <translation>sind Referenzkarten</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{references} among the local maps {are} and not used there: give the right one as REFERENCE_MAP.</source>
            <translation>{references} unter den lokalen Karten {are}, dort nicht verwendet: die richtige als REFERENCE_MAP angeben.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its bands</source>
            <translation>ihre Kanäle</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>none of the local maps is about an image as it is now</source>
            <translation>keine der lokalen Karten gehört zu einem Bild in seinem jetzigen Zustand</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its coordinate system</source>
            <translation>ihr Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is not the images' system</source>
            <translation>es ist nicht das System der Bilder</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its extent</source>
            <translation>ihre Ausdehnung</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it does not touch the images</source>
            <translation>sie berührt die Bilder nicht</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its pixel size</source>
            <translation>ihre Pixelgröße</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The block maps do not say how they were made; CORRECTION and NORMALISE are used. Maps of spectralmatch want NORMALISE off.</source>
            <translation>Die Blockkarten sagen nicht, wie sie erstellt wurden; CORRECTION und NORMALISE werden verwendet. Für Karten von spectralmatch NORMALISE ausschalten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a reference map, and given as local map</source>
            <translation>es ist eine Referenzkarte, als lokale Karte angegeben</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and shape the reference all the same: {listing}.</source>
            <translation>Von Bildern, die nicht in diesem Lauf sind, aber dennoch die Referenz prägen: {listing}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and left out, as REFERENCE_MAP is given: {listing}. Leave REFERENCE_MAP out where they should shape the reference.</source>
            <translation>Von Bildern, die nicht in diesem Lauf sind, und ausgelassen, da REFERENCE_MAP angegeben ist: {listing}. REFERENCE_MAP weglassen, wenn sie die Referenz prägen sollen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} has changed since {map} was made, so its map is computed again: save the maps anew to keep it.</source>
            <translation>{path} hat sich geändert, seit {map} erstellt wurde, daher wird seine Karte neu berechnet: die Karten neu speichern, um sie zu behalten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it contradicts CANVAS_EXTENT</source>
            <translation>sie widerspricht CANVAS_EXTENT</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{name} has no local map; it is computed.</source>
            <translation>{name} hat keine lokale Karte; sie wird berechnet.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} is called the same: rename one of them</source>
            <translation>{path} heißt genauso: eine der Dateien umbenennen</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>the block maps</source>
            <translation>den Blockkarten</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>Values of {images} were spread evenly ({method}).</source>
            <translation>{images}: Werte gleichmäßig verteilt ({method}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a number from 1 on, or 0 for no limit</source>
            <translation>eine Zahl ab 1, oder 0 für keine Grenze</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a whole number from 1 to {most_tiles}</source>
            <translation>eine ganze Zahl von 1 bis {most_tiles}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>more: a tile of {path} has more than {most_pixels} pixels</source>
            <translation>mehr: eine Kachel von {path} hat mehr als {most_pixels} Pixel</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: equalized to {stored} from {low:.6g} to {high:.6g}.</source>
            <translation>{name}, Kanal {band}: auf {stored} von {low:.6g} bis {high:.6g} ausgeglichen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>they do not widen the range of the result</source>
            <translation>sie erweitern den Wertebereich des Ergebnisses nicht</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: no two different values, so nothing is changed. Leave it out with BANDS where that is meant, else check the nodata value.</source>
            <translation>{name}, Kanal {band}: keine zwei verschiedenen Werte, daher wird nichts geändert. Mit BANDS weglassen, falls das so gewollt ist, sonst den Nodata-Wert prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{name}, band {band}</source>
            <translation>{name}, Kanal {band}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{images} got the histogram of {reference}.</source>
            <translation>{images} an das Histogramm von {reference} angepasst.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: mean {mean:.6g} becomes {average:.6g} ({stored}; {pixels} counted).</source>
            <translation>{named}: Mittelwert {mean:.6g} wird zu {average:.6g} ({stored}; {pixels} gezählt).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: no two different values among the pixels counted, all of them become {value:.6g}, the reference's highest value. Check the image's nodata value, or the mask.</source>
            <translation>{named}: keine zwei verschiedenen Werte unter den gezählten Pixeln, alle werden zu {value:.6g}, dem höchsten Wert der Referenz. Den Nodata-Wert des Bildes oder die Maske prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: the reference's values do not fit into {dtype}, {beyond:.2%} of the pixels are clipped; convert the image to the reference's data type first (Translate).</source>
            <translation>{named}: Die Werte der Referenz passen nicht in {dtype}, {beyond:.2%} der Pixel werden abgeschnitten; das Bild zuerst in den Datentyp der Referenz umwandeln (Übersetzen).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number of at least 0</source>
            <translation>eine Zahl von mindestens 0</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} peaks</source>
            <extracomment>For one: {n} peak</extracomment>
            <translation>
                <numerusform>{n} Gipfel</numerusform>
                <numerusform>{n} Gipfel</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak</source>
            <translation>Kein Gipfel</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{peaks} in band {band} of {name}, from {pixels:,} pixels.</source>
            <translation>{peaks} in Kanal {band} von {name}, aus {pixels:,} Pixeln.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the page is an HTML file</source>
            <translation>die Seite ist eine HTML-Datei</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a whole number from 2 to {most_bins}</source>
            <translation>eine ganze Zahl von 2 bis {most_bins}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number from 0 to {most_bins}</source>
            <translation>eine Zahl von 0 bis {most_bins}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>they are left out of the histogram</source>
            <translation>sie fehlen im Histogramm</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>Peak {number}: {value}; {share:.2%} of the pixels lie between {begins} and {ends}.</source>
            <translation>Gipfel {number}: {value}; {share:.2%} der Pixel liegen zwischen {begins} und {ends}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak is left by the limits: lower MIN_HEIGHT, MIN_WIDTH or MIN_PROMINENCE.</source>
            <translation>Die Grenzen lassen keinen Gipfel übrig: MIN_HEIGHT, MIN_WIDTH oder MIN_PROMINENCE senken.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} files</source>
            <extracomment>For one: {n} file</extracomment>
            <translation>
                <numerusform>{n} Datei</numerusform>
                <numerusform>{n} Dateien</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the number of a band, from 1 on</source>
            <translation>die Nummer eines Kanals, ab 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>a part of {image} would be multiplied by {gain:.4g} in band {band}</source>
            <translation>ein Teil von {image} würde in Kanal {band} mit {gain:.4g} multipliziert</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>it holds {largest:.4g}, and the images no value near that</source>
            <translation>sie enthält {largest:.4g}, und die Bilder keinen Wert dieser Größenordnung</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>{name}: in {blocks} blocks no {kind} correction leads from the image's mean to the map's; they are corrected like those around them. Save maps with CORRECTION additive where these blocks matter.</source>
            <translation>{name}: In {blocks} Blöcken führt keine Korrektur der Art {kind} vom Mittelwert des Bildes zu dem der Karte; sie werden wie die umliegenden korrigiert. Karten mit CORRECTION additive speichern, wo diese Blöcke wichtig sind.</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{pixels_of:,} pixels with a value</source>
            <translation>{pixels_of:,} Pixel mit einem Wert</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>too few valid pixels (lower MIN_VALID)</source>
            <translation>zu wenige gültige Pixel (MIN_VALID senken)</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>a smaller window, or raise MEMORY_BUDGET</source>
            <translation>ein kleineres Fenster, oder MEMORY_BUDGET erhöhen</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>with SAMPLE a window needs two pixels at least; enlarge it</source>
            <translation>mit SAMPLE braucht ein Fenster mindestens zwei Pixel; vergrößern</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: the average {word} of {stored} is {value:.6g}.</source>
            <translation>{name}, Kanal {number}: Durchschnitt von {word} ({stored}): {value:.6g}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: no window has a value: {why}.</source>
            <translation>{name}, Kanal {number}: Kein Fenster hat einen Wert: {why}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{blanked:,} valid pixels of {images} were blanked; {left:,} keep their data.</source>
            <translation>{blanked:,} gültige Pixel geleert ({images}); {left:,} behalten ihre Daten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{name}: {changed:,} valid pixels were blanked.</source>
            <translation>{name}: {changed:,} gültige Pixel wurden geleert.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel was blanked: check MASK_MODE ({mask_mode}), where the polygons lie, and MASK_FIELD.</source>
            <translation>Kein Pixel wurde geleert: MASK_MODE ({mask_mode}), die Lage der Polygone und MASK_FIELD prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>blanked wholly</source>
            <translation>ganz geleert</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>left as they are</source>
            <translation>unverändert gelassen</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No polygon touches {untouched}: they are {what}. Check where the polygons lie, and MASK_FIELD.</source>
            <translation>Kein Polygon berührt {untouched}: {what}. Die Lage der Polygone und MASK_FIELD prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel is left: check MASK_MODE ({mask_mode}), and where the polygons lie.</source>
            <translation>Kein Pixel bleibt übrig: MASK_MODE ({mask_mode}) und die Lage der Polygone prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{clipped:.2%} of the values did not fit into the mosaic's data type and were clipped</source>
            <translation>{clipped:.2%} der Werte passten nicht in den Datentyp des Mosaiks und wurden abgeschnitten</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{what} of {images} was written to {target}: {width:,} x {height:,} pixels, {valid:.1%} of them with data.</source>
            <translation>{what} ({images}) wurde nach {target} geschrieben: {width:,} x {height:,} Pixel, davon {valid:.1%} mit Daten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>geotiff or cog: blended pixels are in none of the images; TILE_SIZE gives tiles with a VRT over them</source>
            <translation>geotiff oder cog: überblendete Pixel sind in keinem der Bilder; TILE_SIZE ergibt Kacheln mit einem VRT darüber</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{path} holds classes (a palette), and what lies between two of them is another one: choose BLEND none, or OVERLAP first or last.</source>
            <translation>{path} enthält Klassen (eine Palette), und was zwischen zweien liegt, ist eine andere: BLEND none wählen, oder OVERLAP first oder last.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{name} is about seams, of which OVERLAP {overlap} has none: leave it empty, or choose seamlines.</source>
            <translation>{name} betrifft Nähte, und OVERLAP {overlap} hat keine: leer lassen oder seamlines wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{text}: choose a wider OUTPUT_DTYPE, such as Float32.</source>
            <translation>{text}: einen breiteren OUTPUT_DTYPE wählen, etwa Float32.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>The mosaic</source>
            <translation>Das Mosaik</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>An empty mosaic</source>
            <translation>Ein leeres Mosaik</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>{path} is no tile of an earlier mosaic of this name and would be replaced: choose another folder or name.</source>
            <translation>{path} ist keine Kachel eines früheren Mosaiks dieses Namens und würde ersetzt: einen anderen Ordner oder Namen wählen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>the virtual raster over tiles needs a name that ends with .vrt.</source>
            <translation>das virtuelle Raster über den Kacheln braucht einen Namen, der auf .vrt endet.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>one raster is a GeoTIFF, so end it with .tif; a VRT needs tiles (TILE_SIZE).</source>
            <translation>ein einzelnes Raster ist ein GeoTIFF, daher die Endung .tif verwenden; ein VRT braucht Kacheln (TILE_SIZE).</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>a mosaic is a GeoTIFF, so end it with .tif.</source>
            <translation>ein Mosaik ist ein GeoTIFF, daher die Endung .tif verwenden.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>leave OUTPUT out and name OUTPUT_JSON or OUTPUT_CSV</source>
            <translation>OUTPUT weglassen und OUTPUT_JSON oder OUTPUT_CSV angeben</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Reading {images}.</source>
            <translation>Lese {images}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>as many images as before, {number}: the same ones, changed</source>
            <translation>so viele Bilder wie vorher, {number}: dieselben, verändert</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Images before and after do not have names alike: they are paired by their order.</source>
            <translation>Die Bilder vorher und nachher haben keine ähnlichen Namen: Sie werden nach ihrer Reihenfolge gepaart.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>a file for the page, or one for data or table</source>
            <translation>eine Datei für die Seite, oder eine für Daten oder Tabelle</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}, as those before</source>
            <translation>Bilder mit ebenso vielen Kanälen wie vorher ({bands})</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}</source>
            <translation>Bilder ({bands})</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>One gain and offset for each image and band (Global regression) would leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.</source>
            <translation>Ein Gain und ein Offset je Bild und Kanal (Globale Regression) würden eine mittlere Differenz von {bias_after:.3f} und einen normierten RMSE von {normalised_after:.3f} des Kontrasts übrig lassen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>{number} images</source>
            <translation>{number} Bilder</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/overlap_report.py" />
            <source>{n} bands</source>
            <extracomment>For one: {n} band</extracomment>
            <translation>
                <numerusform>{n} Kanal</numerusform>
                <numerusform>{n} Kanäle</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Run Balance: one gain and offset for each image and band would leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.</source>
            <translation>Farben angleichen ausführen: ein Gain und Offset je Bild und Kanal ließe eine mittlere Differenz von {bias_after:.3f} und einen normalisierten RMSE von {normalised_after:.3f} des Kontrasts.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Balance alone does not help: one gain and offset for each image and band would still leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast. Align the images first if they show the same ground, and mask what changed (MASK).</source>
            <translation>Farben angleichen allein hilft nicht: ein Gain und Offset je Bild und Kanal ließe noch eine mittlere Differenz von {bias_after:.3f} und einen normalisierten RMSE von {normalised_after:.3f} des Kontrasts. Die Bilder zuerst ausrichten, wenn sie denselben Boden zeigen, und maskieren, was sich verändert hat (MASK).</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Alignment</source>
            <translation>Ausrichtung</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>{share:.2%} of the common pixels show ground that did not change ({method}).</source>
            <translation>{share:.2%} der gemeinsamen Pixel zeigen Boden, der sich nicht verändert hat ({method}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>No common pixel shows unchanged ground: lower PROBABILITY, choose another PIF_METHOD, or check that the two images show the same ground.</source>
            <translation>Kein gemeinsames Pixel zeigt unveränderten Boden: PROBABILITY senken, eine andere PIF_METHOD wählen, oder prüfen, ob die beiden Bilder denselben Boden zeigen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>one that knows change: {others}</source>
            <translation>eine, die Veränderung erkennt: {others}</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>a number between 0 and 1</source>
            <translation>eine Zahl zwischen 0 und 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a folder, a pattern</source>
            <translation>ein Ordner, ein Muster</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a folder, a file for each image</source>
            <translation>ein Ordner, eine Datei für jedes Bild</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a vector file</source>
            <translation>eine Vektordatei</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a file that ends with .html, .json or .csv,</source>
            <translation>eine Datei mit der Endung .html, .json oder .csv</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>{name} names no raster: give a folder of rasters, a pattern such as in/*.tif, or a list of files.</source>
            <translation>{name} nennt kein Raster: einen Ordner mit Rastern, ein Muster wie in/*.tif oder eine Liste von Dateien angeben.</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>{job} cannot be called so ({detail}): its arguments are {arguments}.</source>
            <translation>{job} kann so nicht aufgerufen werden ({detail}): seine Argumente sind {arguments}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>as many as images, {number}</source>
            <translation>so viele wie Bilder, {number}</translation>
        </message>
        <message>
            <location filename="../core/jobs/reporting.py" />
            <source>One raster from {images}: {width:,} x {height:,} pixels.</source>
            <translation>Ein Raster ({images}): {width:,} x {height:,} Pixel.</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>Levels run away: the brightest image, {brightest}, will be {after:.2f} times as bright as the darkest, as they are {before:.2f} times. LOAD_ADJUSTMENTS tells nothing of what is inside its images, so nothing tells whether they share a slope of light: run without it to look.</source>
            <translation>Die Niveaus laufen davon: Das hellste Bild, {brightest}, wird {after:.2f}-mal so hell wie das dunkelste, jetzt ist es {before:.2f}-mal so hell. LOAD_ADJUSTMENTS sagt nichts über das Innere seiner Bilder, also auch nicht, ob sie ein gemeinsames Lichtgefälle haben: zum Prüfen ohne diese Datei ausführen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>, and {usual:.2f} between others</source>
            <translation>, und {usual:.2f} zwischen anderen</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>{image} agrees with none of its neighbours: {best:.2f} standard deviations are left between them{between}. Much of its ground may have changed (snow, water, clouds), or it may lie elsewhere: mask it, try PIF_METHOD residual, or align it.</source>
            <translation>{image} stimmt mit keinem seiner Nachbarn überein: {best:.2f} Standardabweichungen bleiben dazwischen{between}. Viel von seinem Boden kann sich verändert haben (Schnee, Wasser, Wolken), oder es liegt anderswo: maskieren, PIF_METHOD residual versuchen oder ausrichten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>Maps were computed on the blocks of an earlier run; how well the images agree was not looked at.</source>
            <translation>Die Karten wurden auf den Blöcken eines früheren Laufs berechnet; wie gut die Bilder übereinstimmen, wurde nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>With these maps applied: </source>
            <translation>Mit diesen Karten: </translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>was written to</source>
            <translation>steht jetzt in</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>stays as it is:</source>
            <translation>bleibt unverändert:</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>The reference map {state} {reference}.</source>
            <translation>Die Referenzkarte {state} {reference}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/save_block_maps.py" />
            <source>{n} local maps</source>
            <extracomment>For one: {n} local map</extracomment>
            <translation>
                <numerusform>{n} lokale Karte</numerusform>
                <numerusform>{n} lokale Karten</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' scale and offset tags differ; they are compared in the units that the tags give.</source>
            <translation>Die Skalierungs- und Offset-Angaben der Bilder unterscheiden sich; verglichen wird in den Einheiten, die diese Angaben ergeben.</translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' data types differ: {kinds}. Choose an OUTPUT_DTYPE that holds the values of all, such as Float32.</source>
            <translation>Die Datentypen der Bilder unterscheiden sich: {kinds}. Einen OUTPUT_DTYPE wählen, der die Werte aller aufnimmt, etwa Float32.</translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>{alone}: no overlap with another image, so nothing to follow; left out and passed on unchanged. Check the coordinate system if they should overlap.</source>
            <translation>{alone}: keine Überlappung mit einem anderen Bild, daher nichts, dem zu folgen wäre; ausgelassen und unverändert weitergegeben. Das Koordinatensystem prüfen, falls eine Überlappung bestehen sollte.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Check where its layer lies, and its coordinate system.</source>
            <translation>Die Lage des Layers und sein Koordinatensystem prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The mosaic has no valid pixel: all of the images is nodata, or smaller than a pixel of the mosaic. Check NODATA, PIXEL_SIZE and TARGET_CRS.</source>
            <translation>Das Mosaik hat kein gültiges Pixel: Alles in den Bildern ist Nodata oder kleiner als ein Pixel des Mosaiks. NODATA, PIXEL_SIZE und TARGET_CRS prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The images' scale and offset tags differ: all values are brought to {shown}, the finest of them.</source>
            <translation>Die Skalierungs- und Offset-Angaben der Bilder unterscheiden sich: Alle Werte werden auf {shown} gebracht, die feinste davon.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source> Whole numbers cannot hold that: they are {numpy_type}, unless OUTPUT_DTYPE rounds them.</source>
            <translation> Ganze Zahlen können das nicht aufnehmen: Sie werden {numpy_type}, sofern OUTPUT_DTYPE sie nicht rundet.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>, the first {shown} of {total}</source>
            <translation>, die ersten {shown} von {total}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{first} and {other} hold classes of different palettes, or only one of them does: join those of one palette.</source>
            <translation>{first} und {other} enthalten Klassen verschiedener Paletten, oder nur eines von ihnen enthält Klassen: Bilder mit gleicher Palette zusammenfügen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>RANKS decide nothing here: METHOD is not rank, or no seam is looked for. Choose METHOD rank to use them.</source>
            <translation>RANKS entscheiden hier nichts: METHOD ist nicht rank, oder es wird keine Naht gesucht. METHOD rank wählen, um sie zu verwenden.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{number} numbers</source>
            <translation>{number} Zahlen</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{beside} lie beside TARGET_EXTENT and have no part in the mosaic.</source>
            <translation>{beside}: außerhalb von TARGET_EXTENT und ohne Anteil am Mosaik.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{images} resampled onto the mosaic's grid ({resampling}).</source>
            <translation>{images} auf das Gitter des Mosaiks neu abgetastet ({resampling}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{scale:.10g} and {offset:.10g}</source>
            <translation>{scale:.10g} und {offset:.10g}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: polygons of {strangers} do not count, because no image of this run is called so. Correct the names in their field image.</source>
            <translation>SEAMLINES: Polygone von {strangers} zählen nicht, weil kein Bild dieses Laufs so heißt. Die Namen in ihrem Feld image berichtigen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>LOCKED_FIELD: no polygon has more than 0 there, so none stays and all seams are found. Give 1 to those that shall stay.</source>
            <translation>LOCKED_FIELD: Kein Polygon hat dort mehr als 0, daher bleibt keines, und alle Nähte werden gesucht. Denen, die bleiben sollen, 1 geben.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Images in the mosaic{shown}:
{table}</source>
            <translation>Bilder im Mosaik{shown}:
{table}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>No pixel of the mosaic comes from {hidden}: others show all that is valid there, and come first.</source>
            <translation>Kein Pixel des Mosaiks stammt von {hidden}: Andere zeigen alles, was dort gültig ist, und haben Vorrang.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>one number for each of the {images} images</source>
            <translation>eine Zahl für jedes der {images} Bilder</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>AVOID: no polygon meets the mosaic. {elsewhere}</source>
            <translation>AVOID: Kein Polygon trifft das Mosaik. {elsewhere}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: no polygon claims a pixel, so all seams are found. {elsewhere}</source>
            <translation>SEAMLINES: Kein Polygon beansprucht ein Pixel, daher werden alle Nähte gesucht. {elsewhere}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>finite numbers</source>
            <translation>endliche Zahlen</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>found anew</source>
            <translation>neu gesucht</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>given by {method}</source>
            <translation>durch {method} bestimmt</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{missing} pixels (area {area:.6g}) are claimed by no polygon: seams there are {how}.</source>
            <translation>{missing} Pixel (Fläche {area:.6g}) werden von keinem Polygon beansprucht: Die Nähte dort werden {how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>{areas:,} pixels, each of one image.</source>
            <translation>{areas:,} Pixel, jedes aus einem Bild.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>Seams of {images} were written to {target}: {sentence}</source>
            <translation>Nähte ({images}) wurden nach {target} geschrieben: {sentence}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>0 or more map units</source>
            <translation>mindestens 0 Karteneinheiten</translation>
        </message>
        <message>
            <location filename="../core/jobs/single_raster.py" />
            <source>{what}, so end it with {ending}.</source>
            <translation>{what}, daher die Endung {ending} verwenden.</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number above 0 for one of them at least</source>
            <translation>eine Zahl über 0 für mindestens eines davon</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>it only with PIF_METHOD {needed}; {method} has no such score</source>
            <translation>nur zusammen mit PIF_METHOD {needed}; {method} hat keinen solchen Wert</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>1 or more</source>
            <translation>mindestens 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number from 0 to 1</source>
            <translation>eine Zahl von 0 bis 1</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{n} masks</source>
            <extracomment>For one: {n} mask</extracomment>
            <translation>
                <numerusform>{n} Maske</numerusform>
                <numerusform>{n} Masken</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>degrees, in which the map units of {images} are</source>
            <translation>Grad, in denen die Karteneinheiten von {images} gemessen sind</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel is valid, so none is in the mask.</source>
            <translation>Kein Pixel ist gültig, daher ist keines in der Maske.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel meets the condition: check the thresholds, SCALE and the order of the bands.</source>
            <translation>Kein Pixel erfüllt die Bedingung: die Schwellenwerte, SCALE und die Reihenfolge der Kanäle prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>The masks' outlines are {number:,} polygons.</source>
            <translation>Die Umrisse der Masken sind {number:,} Polygone.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>a smaller distance</source>
            <translation>ein kleinerer Abstand</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>None of the {known:,} valid pixels is in the mask.</source>
            <translation>Keines der {known:,} gültigen Pixel ist in der Maske.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{share:.2%} of the {known:,} valid pixels are in the mask: {pixels:,} pixels.</source>
            <translation>{share:.2%} der {known:,} gültigen Pixel sind in der Maske: {pixels:,} Pixel.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: {share:.2%} of the valid pixels are in the mask.</source>
            <translation>{name}: {share:.2%} der gültigen Pixel sind in der Maske.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: the condition has no answer for any pixel, and the mask is empty. Check the bands of EXPRESSION or PRESET, and the image's nodata value.</source>
            <translation>{name}: Die Bedingung hat für kein Pixel eine Antwort, und die Maske ist leer. Die Kanäle von EXPRESSION oder PRESET und den Nodata-Wert des Bildes prüfen.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: BUFFER ({buffer:g} map units) is smaller than a pixel and changes nothing. Give a pixel's size at least, or 0.</source>
            <translation>{name}: BUFFER ({buffer:g} Karteneinheiten) ist kleiner als ein Pixel und ändert nichts. Mindestens die Größe eines Pixels angeben, oder 0.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{wanted}, or raise MEMORY_BUDGET</source>
            <translation>{wanted}, oder MEMORY_BUDGET erhöhen</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>at least {needed} (MB) for so many bands, or choose fewer BANDS at once</source>
            <translation>mindestens {needed} (MB) für so viele Kanäle, oder weniger BANDS auf einmal wählen</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>{name}, band {band}: single values lie far beyond all others, {ends}; {consequence}, {low:.6g} to {high:.6g}. Where they are errors, blank them first (threshold_mask, mask_rasters).</source>
            <translation>{name}, Kanal {band}: Einzelne Werte liegen weit außerhalb aller anderen, {ends}; {consequence}, {low:.6g} bis {high:.6g}. Wenn es Fehler sind, diese zuerst leeren (threshold_mask, mask_rasters).</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>down to {lowest:.6g}</source>
            <translation>hinab bis {lowest:.6g}</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>up to {highest:.6g}</source>
            <translation>hinauf bis {highest:.6g}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>Blocks and reference are those of the maps that are given.</source>
            <translation>Blöcke und Referenz sind die der angegebenen Karten.</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by METHOD least_squares only, not by {method}</source>
            <translation>nur bei METHOD least_squares, nicht bei {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with MODEL_IMAGES only</source>
            <translation>nur zusammen mit MODEL_IMAGES</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by PIF_METHOD {needed} only, not by {method}</source>
            <translation>nur bei PIF_METHOD {needed}, nicht bei {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>where PIF_METHOD chooses pixels, not by {method}</source>
            <translation>nur, wo PIF_METHOD Pixel auswählt, nicht bei {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with RED_BAND and NIR_BAND only</source>
            <translation>nur zusammen mit RED_BAND und NIR_BAND</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by REFERENCE {needed} only, not by {reference}</source>
            <translation>nur bei REFERENCE {needed}, nicht bei {reference}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by CORRECTION gamma and offset only, not by {correction}</source>
            <translation>nur bei CORRECTION gamma und offset, nicht bei {correction}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCKS_BY_VARIATION only, which chooses the number of blocks itself</source>
            <translation>nur ohne BLOCKS_BY_VARIATION, das die Anzahl der Blöcke selbst wählt</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCK_ROWS and BLOCK_COLUMNS only, which fix the grid</source>
            <translation>nur ohne BLOCK_ROWS und BLOCK_COLUMNS, die das Gitter festlegen</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>for new maps only</source>
            <translation>nur bei neuen Karten</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/unused.py" />
            <source>{names} are used {why}, and changed nothing here: leave them out.</source>
            <extracomment>For one: {names} is used {why}, and changed nothing here: leave it out.</extracomment>
            <translation>
                <numerusform>{names} wirkt {why}; hier ohne Wirkung: weglassen.</numerusform>
                <numerusform>{names} wirken {why}; hier ohne Wirkung: weglassen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>mean 1</source>
            <translation>Mittel 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>mean 2</source>
            <translation>Mittel 2</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>std 1</source>
            <translation>Std.abw. 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>std 2</source>
            <translation>Std.abw. 2</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>weight of std</source>
            <translation>Gewicht Std.abw.</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>weight of mean</source>
            <translation>Gewicht Mittel</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>residual of std</source>
            <translation>Rest Std.abw.</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>residual of mean</source>
            <translation>Rest Mittel</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>band</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>an object</source>
            <translation>ein Objekt</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>{kind} is expected</source>
            <translation>{kind} wird erwartet</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>a number is expected, not {value}</source>
            <translation>eine Zahl wird erwartet, nicht {value}</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it holds "{held}", not "{name}"</source>
            <translation>sie enthält "{held}", nicht "{name}"</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>version {held} is not {version}, the one known here</source>
            <translation>Version {held} ist nicht {version}, die hier bekannte</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it is not JSON ({error})</source>
            <translation>es ist kein JSON ({error})</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>A polygon</source>
            <translation>Ein Polygon</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>write the images' names into the field</source>
            <translation>die Namen der Bilder in das Feld schreiben</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at its end</source>
            <translation>am Ende</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>there are none: give some</source>
            <translation>es gibt keine: welche angeben</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The polygon with the id {feature}</source>
            <translation>Das Polygon mit der ID {feature}</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{which} of the mask cannot be used{detail}: repair the layer (Fix geometries), or transform it to the images' coordinate system.</source>
            <translation>{which} der Maske kann nicht verwendet werden{detail}: den Layer reparieren (Geometrien reparieren) oder in das Koordinatensystem der Bilder transformieren.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>, exactly, or set MASK_FIELD_MATCH to contains where it holds parts of them</source>
            <translation>, und zwar genau, oder MASK_FIELD_MATCH auf contains setzen, wenn es Teile davon enthält</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask matches no image: its field holds {field_values}, the images are {names}; {remedy}.</source>
            <translation>Die Maske passt zu keinem Bild: Ihr Feld enthält {field_values}, die Bilder sind {names}; {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask holds no polygon that touches the images: check its selection, its coordinate system and its geometry.</source>
            <translation>Die Maske enthält kein Polygon, das die Bilder berührt: ihre Auswahl, ihr Koordinatensystem und ihre Geometrie prüfen.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at character {place}, before "{rest}"</source>
            <translation>bei Zeichen {place} vor "{rest}"</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The EXPRESSION cannot be read {where}: {what}.</source>
            <translation>EXPRESSION ist {where} nicht lesbar: {what}.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The numbers of the bands {listing} are needed and not given: set {parameters} to where they stand in the images.</source>
            <translation>Die Nummern der Kanäle {listing} werden benötigt und sind nicht angegeben: {parameters} darauf setzen, wo sie in den Bildern stehen.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set SCALE to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2).</source>
            <translation>{path} hat Werte um {value:.4g} im Kanal {band}, und Reflexionsgrade liegen zwischen 0 und 1: SCALE auf den Faktor dieses Produkts setzen (0.0001 für Sentinel-2, 0.0000275 für Landsat Collection 2).</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>OmniCloudMask cannot judge {path}{detail}: see that this machine reaches the network's weights, which it loads once, and has memory for it, or choose another PRESET.</source>
            <translation>OmniCloudMask kann {path} nicht beurteilen{detail}: prüfen, ob dieser Rechner die Gewichte des Netzes erreicht, die es einmal lädt, und genug Speicher hat, oder ein anderes PRESET wählen.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>these are in no file: give each of them its lock, or read them</source>
            <translation>diese sind in keiner Datei: jedem seine Sperre geben oder sie einlesen</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD is a field of seam polygons, and {why}, or leave it empty.</source>
            <translation>LOCKED_FIELD ist ein Feld von Nahtpolygonen, und {why}, oder leer lassen.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD holds "{text}", which is neither a number nor true or false: choose a field with numbers, above 0 for polygons that stay.</source>
            <translation>LOCKED_FIELD enthält "{text}", was weder eine Zahl noch wahr oder falsch ist: ein Feld mit Zahlen wählen, über 0 für Polygone, die bleiben.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>EXPRESSION and PRESET are both given: empty the expression or set the preset to none.</source>
            <translation>EXPRESSION und PRESET sind beide angegeben: den Ausdruck leeren oder die Voreinstellung auf none setzen.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>Nothing says what to mask: write an EXPRESSION or choose a PRESET.</source>
            <translation>Nichts sagt, was maskiert werden soll: eine EXPRESSION schreiben oder ein PRESET wählen.</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number, a band such as B1, a percentile such as 5%B1 or ( belongs here</source>
            <translation>hierher gehört eine Zahl, ein Kanal wie B1, ein Perzentil wie 5%B1 oder (</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a condition such as B1 &gt; 3 belongs here</source>
            <translation>hierher gehört eine Bedingung wie B1 &gt; 3</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number and no condition belongs here</source>
            <translation>hierher gehört eine Zahl und keine Bedingung</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no more than {deepest} parentheses may lie within each other</source>
            <translation>höchstens {deepest} Klammern dürfen ineinander liegen</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>use numbers with a point, bands, + - * / ( ), &lt; &lt;= &gt; &gt;= = != and the words and, or, not</source>
            <translation>erlaubt sind Zahlen mit Punkt, Kanäle, + - * / ( ), &lt; &lt;= &gt; &gt;= = != und die Wörter and, or, not</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator, and, or, or the end belongs here</source>
            <translation>hierher gehört ein Operator, and, or oder das Ende</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number is no condition, compare it with another one, such as &gt; 0.3</source>
            <translation>eine Zahl ist keine Bedingung, mit einer anderen vergleichen, etwa &gt; 0.3</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no band is named, such as B1</source>
            <translation>kein Kanal ist genannt, etwa B1</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator or the ) for the ( at character {place} belongs here</source>
            <translation>hierher gehört ein Operator oder die ) zur ( bei Zeichen {place}</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a percentile lies between 0 and 100</source>
            <translation>ein Perzentil liegt zwischen 0 und 100</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>the band of the percentile belongs here, such as 5%B1</source>
            <translation>hierher gehört der Kanal des Perzentils, etwa 5%B1</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>bands are called B1, B2 and so on, or {roles}</source>
            <translation>Kanäle heißen B1, B2 und so weiter, oder {roles}</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>this number is too large</source>
            <translation>diese Zahl ist zu groß</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>comparisons do not follow each other, write B1 &gt; 3 and B1 &lt; 9</source>
            <translation>Vergleiche folgen nicht aufeinander, B1 &gt; 3 and B1 &lt; 9 schreiben</translation>
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>{remedy}, or choose another PRESET.</source>
            <translation>{remedy}, oder ein anderes PRESET wählen.</translation>
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>OmniCloudMask (the Python package omnicloudmask)</source>
            <translation>OmniCloudMask (das Python-Paket omnicloudmask)</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose a file with polygons</source>
            <translation>eine Datei mit Polygonen wählen</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has the layers {names}</source>
            <translation>sie hat die Layer {names}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>{path} cannot be used: {what}; {remedy}.</source>
            <translation>{path} kann nicht verwendet werden: {what}; {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose one with layer</source>
            <translation>einen mit layer wählen</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no layer '{layer}', but {names}</source>
            <translation>sie hat keinen Layer '{layer}', sondern {names}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no field '{field}', but {fields}</source>
            <translation>sie hat kein Feld '{field}', sondern {fields}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it holds no polygon to use</source>
            <translation>sie enthält kein verwendbares Polygon</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be opened as a vector file{detail}</source>
            <translation>sie kann nicht als Vektordatei geöffnet werden{detail}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>the feature {number} is a {kind}</source>
            <translation>das Objekt {number} ist ein {kind}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be read{detail}</source>
            <translation>nicht lesbar{detail}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>the mask</source>
            <translation>der Maske</translation>
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>The mask's field holds {unused}, which no image is called: the polygons do not count. Check the names, or whether images are missing.</source>
            <translation>Das Feld der Maske enthält {unused}; so heißt kein Bild, die Polygone zählen nicht. Die Namen prüfen, oder ob Bilder fehlen.</translation>
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>a number above 0</source>
            <translation>eine Zahl über 0</translation>
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>0 or a distance in map units</source>
            <translation>0 oder ein Abstand in Karteneinheiten</translation>
        </message>
        <message>
            <location filename="../core/messages.py" />
            <source>1,000 pixels</source>
            <translation>1 000 Pixel</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>a power of two up to 64, or 0</source>
            <translation>eine Zweierpotenz bis 64, oder 0</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>2 to {most_feather} pixels</source>
            <translation>2 bis {most_feather} Pixel</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>1 to {most_levels}</source>
            <translation>1 bis {most_levels}</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>{smallest_tile} pixels or more, or 0 for one file</source>
            <translation>mindestens {smallest_tile} Pixel, oder 0 für eine einzige Datei</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>belongs to the input {reader}</source>
            <translation>gehört zur Eingabe {reader}</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>is an input</source>
            <translation>ist eine Eingabe</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} {what} and would be overwritten: choose another folder or output name.</source>
            <translation>{path} {what} und würde überschrieben: einen anderen Ordner oder Ausgabenamen wählen.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} is read by the virtual raster {recipe} and would be overwritten: choose another folder or output name, or remove that virtual raster first.</source>
            <translation>{path} wird vom virtuellen Raster {recipe} gelesen und würde überschrieben: einen anderen Ordner oder Ausgabenamen wählen, oder zuerst dieses virtuelle Raster entfernen.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>The name "{name}" has {size} bytes and may have {most}: shorten the output name, the folder or the name of the image.</source>
            <translation>Der Name "{name}" hat {size} Bytes und darf höchstens {most} haben: den Ausgabenamen, den Ordner oder den Namen des Bildes kürzen.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{folder} has {free} free and the results need about {needed}: free some space or choose another disk.</source>
            <translation>{folder} hat {free} frei, und die Ergebnisse brauchen etwa {needed}: Platz schaffen oder ein anderes Laufwerk wählen.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder for the results</source>
            <translation>ein Ordner für die Ergebnisse</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder without $, and sub-folders in OUTPUT_NAME: $/x.tif</source>
            <translation>ein Ordner ohne $, und Unterordner in OUTPUT_NAME: $/x.tif</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>geotiff or cog: these results have no recipe</source>
            <translation>geotiff oder cog: diese Ergebnisse können nicht virtuell sein</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>use a file name such as $_Global.tif, or one in a sub-folder: $/Global.tif.</source>
            <translation>einen Dateinamen wie $_Global.tif verwenden, oder einen in einem Unterordner: $/Global.tif.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>results are GeoTIFF files or virtual rasters, so end it with .tif.</source>
            <translation>Ergebnisse sind GeoTIFF-Dateien oder virtuelle Raster, daher die Endung .tif verwenden.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>no file can have it.</source>
            <translation>keine Datei kann so heißen.</translation>
        </message>
        <message>
            <location filename="../core/opencv.py" />
            <source>OpenCV (the Python package cv2)</source>
            <translation>OpenCV (das Python-Paket cv2)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its brightness contradicts the other overlaps: clouds, shadow or changed ground</source>
            <translation>ihre Helligkeit widerspricht den anderen Überlappungen: Wolken, Schatten oder veränderter Boden</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the overlap is small</source>
            <translation>die Überlappung ist klein</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the images show different ground: clouds, change or misalignment</source>
            <translation>die Bilder zeigen verschiedenen Boden: Wolken, Veränderung oder falsche Ausrichtung</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its contrast contradicts the other overlaps: haze, clouds or changed ground</source>
            <translation>ihr Kontrast widerspricht den anderen Überlappungen: Dunst, Wolken oder veränderter Boden</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a width and a height are expected</source>
            <translation>eine Breite und eine Höhe werden erwartet</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a number of bytes is expected</source>
            <translation>eine Anzahl von Bytes wird erwartet</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no light has so much slope</source>
            <translation>kein Licht hat ein so starkes Gefälle</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>at least one band</source>
            <translation>mindestens ein Kanal</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{bands} bands</source>
            <translation>{bands} Kanäle</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{number} bands where {wanted} are expected</source>
            <translation>Kanäle: {number}; erwartet: {wanted}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a weight is above 0 and up to 1, not {weight:g}</source>
            <translation>ein Gewicht ist über 0 und bis 1, nicht {weight:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no values are stored with a scale of {scale:g}</source>
            <translation>keine Werte werden mit einer Skalierung von {scale:g} gespeichert</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this band is missing</source>
            <translation>dieser Kanal fehlt</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no image has {count:g} pixels</source>
            <translation>kein Bild hat {count:g} Pixel</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a standard deviation is zero or more, not {std:g}</source>
            <translation>eine Standardabweichung ist null oder größer, nicht {std:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a gain is above zero, not {gain:g}</source>
            <translation>ein Gain ist größer als null, nicht {gain:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{held} bands where {image} has {bands}</source>
            <translation>{held} Kanäle, {image} hat aber {bands}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this image is there twice</source>
            <translation>dieses Bild kommt zweimal vor</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>overlaps of {other}</source>
            <translation>Überlappungen von {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a place on the ground is expected</source>
            <translation>ein Ort am Boden wird erwartet</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>an image overlaps others only, not itself</source>
            <translation>ein Bild überlappt nur andere, nicht sich selbst</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the one with {key} is missing</source>
            <translation>die mit {key} fehlt</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the covariance with {key} is larger than both deviations allow</source>
            <translation>die Kovarianz mit {key} ist größer, als beide Abweichungen zulassen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{columns} x {rows} blocks over {bounds}</source>
            <translation>{columns} x {rows} Blöcke über {bounds}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its geotransform</source>
            <translation>ihre Geotransformation</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map is north-up</source>
            <translation>eine Blockkarte ist nach Norden ausgerichtet</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map holds numbers</source>
            <translation>eine Blockkarte enthält Zahlen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it holds values beyond {largest:g}</source>
            <translation>sie enthält Werte jenseits von {largest:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes (kind, reference, upper, frame)</source>
            <translation>ihre Metadaten sind nicht die, die diese Version schreibt (kind, reference, upper, frame)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a gain is above zero</source>
            <translation>ein Gain ist größer als null</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>the upper level of values is above zero</source>
            <translation>die obere Wertegrenze ist größer als null</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{count} bands do not fit images of {bands} bands</source>
            <translation>{count} Kanäle passen nicht zu Bildern mit {bands} Kanälen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{size} contradicts {path} with {other_size}</source>
            <translation>{size} widerspricht {path} mit {other_size}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it was made in another run than {path}</source>
            <translation>sie wurde in einem anderen Lauf erstellt als {path}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>band {number}</source>
            <translation>Kanal {number}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes</source>
            <translation>ihre Metadaten sind nicht die, die diese Version schreibt</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its extent and size</source>
            <translation>ihre Ausdehnung und Größe</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>levels do not run away</source>
            <translation>die Niveaus laufen nicht davon</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>too few images of different ground</source>
            <translation>zu wenige Bilder verschiedenen Bodens</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>exposures and the slopes inside the images allow for it, and nothing here tells</source>
            <translation>die Belichtungen und die Gefälle in den Bildern lassen es zu, und nichts hier entscheidet darüber</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>each image has about that slope, but too few show different ground to tell</source>
            <translation>jedes Bild hat etwa dieses Gefälle, aber zu wenige zeigen verschiedenen Boden, um zu entscheiden</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images are no clearer than those of the ground</source>
            <translation>die Gefälle in den Bildern sind nicht deutlicher als die des Bodens</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images contradict each other between bands</source>
            <translation>die Gefälle in den Bildern widersprechen sich zwischen den Kanälen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images do not explain the levels</source>
            <translation>die Gefälle in den Bildern erklären die Niveaus nicht</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>values at or below zero have no logarithm</source>
            <translation>Werte kleiner oder gleich null haben keinen Logarithmus</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Look at the images there: mask clouds, water and changed ground (MASK), or align images that lie elsewhere.</source>
            <translation>Die Bilder dort ansehen: Wolken, Wasser und veränderten Boden maskieren (MASK), oder Bilder ausrichten, die anderswo liegen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>unchanged ground</source>
            <translation>unveränderten Boden</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>pseudo-invariant features</source>
            <translation>pseudoinvariante Objekte</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>All images are brought to the level of {names}: {dtype} is the narrowest data type and holds no other; choose a wider OUTPUT_DTYPE to keep the levels of all.</source>
            <translation>Alle Bilder werden auf das Niveau von {names} gebracht: {dtype} ist der schmalste Datentyp und fasst kein anderes; einen breiteren OUTPUT_DTYPE wählen, um die Niveaus aller zu erhalten.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>The error in the overlaps is not known: LOAD_ADJUSTMENTS is of an earlier version and tells only of images without common light, which remains in the results; to know it, save anew without loading the file.</source>
            <translation>Der Fehler in den Überlappungen ist nicht bekannt: LOAD_ADJUSTMENTS stammt von einer früheren Version und beschreibt nur Bilder ohne gemeinsames Licht, das in den Ergebnissen bleibt; um ihn zu erfahren, neu speichern, ohne die Datei zu laden.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>On {what}: RMSE {before:.4g} before, {after:.4g} after ({unit}); the figures at the end are of all common pixels, changed ground among them.</source>
            <translation>Für {what}: RMSE {before:.4g} vorher, {after:.4g} nachher ({unit}); die Kennzahlen am Ende gelten für alle gemeinsamen Pixel, auch für veränderten Boden.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No usable overlap: none has enough {what}, and the global step leaves all images as they are. Choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation>Keine brauchbare Überlappung: Keine hat genug {what}, und der globale Schritt lässt alle Bilder unverändert. Eine andere PIF_METHOD wählen, oder METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No chain of overlaps leads to a model image from {names}: they are only matched to each other. Name one of them in MODEL_IMAGES too.</source>
            <translation>Keine Kette von Überlappungen führt zu einem Musterbild von {names}: Sie werden nur aneinander angeglichen. Eines davon ebenfalls in MODEL_IMAGES angeben.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{images} only in LOAD_ADJUSTMENTS had a part in the gains and offsets; the figures are of the images of this run.</source>
            <translation>{images} nur in LOAD_ADJUSTMENTS, mit Einfluss auf Gains und Offsets; die Kennzahlen gelten für die Bilder dieses Laufs.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>; nothing else links the two sides (unchecked bridge)</source>
            <translation>; nichts sonst verbindet die beiden Seiten (ungeprüfte Brücke)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Overlap of {first} and {second} rejected in band {bands} ({sigmas:.1f} sigma): {cause}{bridge}. {remedy}</source>
            <translation>Überlappung von {first} und {second} in Kanal {bands} verworfen ({sigmas:.1f} Sigma): {cause}{bridge}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{number} more overlaps are rejected. {remedy}</source>
            <translation>{number} weitere Überlappungen sind verworfen. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{image} shares no valid pixel with another image, and is left as it is: check its nodata value and the mask.</source>
            <translation>{image} hat kein gültiges Pixel mit einem anderen Bild gemeinsam und bleibt unverändert: seinen Nodata-Wert und die Maske prüfen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>hardly any contrast beside the others</source>
            <translation>kaum Kontrast neben den anderen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>one single value</source>
            <translation>nur einen einzigen Wert</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{path} has {what} in band {listing}: only its offset can be estimated there. Check its nodata value, and that the band holds data.</source>
            <translation>{path} hat {what} in Kanal {listing}: Nur sein Offset lässt sich dort schätzen. Seinen Nodata-Wert prüfen, und ob der Kanal Daten enthält.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{image} has no overlap with enough {what}, and is left as it is: choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation>{image}: Keine Überlappung hat genug {what}, das Bild bleibt unverändert: eine andere PIF_METHOD wählen, oder METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No overlap with an image that shapes the result: {through}. Least squares brings them to their neighbours, as these were brought to it.</source>
            <translation>Keine Überlappung mit einem Bild, das das Ergebnis prägt: {through}. Kleinste Quadrate bringt sie auf das Niveau ihrer Nachbarn, so wie diese auf das Niveau des Ergebnisses.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If that is wrong, choose MODEL_IMAGES at both ends, or METHOD least_squares.</source>
            <translation>Falls das falsch ist, MODEL_IMAGES an beiden Enden oder METHOD least_squares wählen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If it is light, choose MODEL_IMAGES at both ends, COMMON_LIGHT always, or METHOD least_squares.</source>
            <translation>Falls es Licht ist, MODEL_IMAGES an beiden Enden, COMMON_LIGHT always oder METHOD least_squares wählen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{image} and {others} connected with it</source>
            <translation>{image} und, damit verbunden, {others}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The brightest will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times.</source>
            <translation>Das hellste wird {ratio_after:.2f}-mal so hell wie das dunkelste, jetzt ist es {ratio_before:.2f}-mal so hell.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Common light: {names} share a slope of brightness, which overlaps alone would take for gains (their levels would spread by {after:.3f} instead of {before:.3f}, now by {left:.3f}, as deviations of logarithms).</source>
            <translation>Gemeinsames Licht: {names} haben ein gemeinsames Helligkeitsgefälle, das die Überlappungen allein für Gains halten würden (ihre Niveaus würden um {after:.3f} statt {before:.3f} streuen, jetzt um {left:.3f}, als Abweichungen von Logarithmen).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{what} in {overlaps} (snow, water, clouds, crops); {left_out} of {cells} there are left out.</source>
            <translation>{what} in {overlaps} (Schnee, Wasser, Wolken, Feldfrüchte); {left_out} von {cells} dort sind ausgelassen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: that of LOAD_ADJUSTMENTS is used and no other looked for; to look, run without it.</source>
            <translation>COMMON_LIGHT: Das von LOAD_ADJUSTMENTS wird verwendet und kein anderes gesucht; zum Suchen ohne diese Datei ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The gains are free of the common light in LOAD_ADJUSTMENTS, but it remains inside the images: use Balance.</source>
            <translation>Die Gains sind frei vom gemeinsamen Licht in LOAD_ADJUSTMENTS, aber in den Bildern bleibt es: „Farben angleichen“ verwenden.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{name}: part of its ground differs</source>
            <translation>{name}: abweichender Boden</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Part of the ground differs between {names}</source>
            <translation>Abweichender Boden zwischen {names}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> In {overlaps} less than half fits (down to {share:.0%}): it has little weight, or none under a quarter; mask the change, or choose another PIF_METHOD.</source>
            <translation> In {overlaps} passt weniger als die Hälfte (bis hinab zu {share:.0%}), daher wenig Gewicht, unter einem Viertel keines; die Veränderung maskieren oder eine andere PIF_METHOD wählen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: no light is looked for, because LOAD_ADJUSTMENTS tells nothing of what is inside its images; to look, run without it.</source>
            <translation>COMMON_LIGHT: Es wird kein Licht gesucht, weil LOAD_ADJUSTMENTS nichts über das Innere seiner Bilder sagt; zum Suchen ohne diese Datei ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} It is taken out of them.</source>
            <translation>{text} Es wird aus ihnen entfernt.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} The gains are free of it, but it remains inside the images: use Balance.</source>
            <translation>{text} Die Gains sind frei davon, aber in den Bildern bleibt es: „Farben angleichen“ verwenden.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} still run away in band {bands}: no light was found there. {remedy}</source>
            <translation>Niveaus laufen in Kanal {bands} noch davon ({names}): Dort wurde kein Licht gefunden. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: nothing was taken out of {names}: {verdict}. {ratios} {remedies}</source>
            <translation>COMMON_LIGHT: Nichts wurde entfernt ({names}): {verdict}. {ratios} {remedies}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} overlaps</source>
            <extracomment>For one: {n} overlap</extracomment>
            <translation>
                <numerusform>{n} Überlappung</numerusform>
                <numerusform>{n} Überlappungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} cells</source>
            <extracomment>For one: {n} cell</extracomment>
            <translation>
                <numerusform>{n} Zelle</numerusform>
                <numerusform>{n} Zellen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} cannot be known: their gains change along the images as a slope of light that all of them share would make them, and the images do not tell it from exposures that differ. {ratios} {remedies}</source>
            <translation>Niveaus unbestimmbar ({names}): Ihre Gains ändern sich entlang der Bilder so, wie es ein ihnen allen gemeinsames Lichtgefälle bewirken würde, und aus den Bildern lässt es sich nicht von verschiedenen Belichtungen unterscheiden. {ratios} {remedies}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> (t = {certainty:.1f}, from {clear:g} clear)</source>
            <translation> (t = {certainty:.1f}, ab {clear:g} eindeutig)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels run away: the brightest of {names} will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times. Either the ground is so, or all images share a slope of light: {verdict}{clear}. {remedies}</source>
            <translation>Die Niveaus laufen davon ({names}): Das hellste wird {ratio_after:.2f}-mal so hell wie das dunkelste, jetzt ist es {ratio_before:.2f}-mal so hell. Entweder ist der Boden so, oder alle Bilder haben ein gemeinsames Lichtgefälle: {verdict}{clear}. {remedies}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {removed:,} of {blocks} of pairs and bands left out, too different to be light or haze (clouds, water, changed ground).</source>
            <translation>Lokaler Schritt: {removed:,} von {blocks} (je Paar und Kanal) ausgelassen, zu verschieden für Licht oder Dunst (Wolken, Wasser, veränderter Boden).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Bring the images to one level first (Global regression, or Balance), or mask the change.</source>
            <translation>Die Bilder zuerst auf ein Niveau bringen („Globale Regression“ oder „Farben angleichen“), oder die Veränderung maskieren.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {images} with block means at or below zero in their group, which no factor can correct: the step adds instead.</source>
            <translation>Lokaler Schritt: {images} mit Blockmitteln kleiner oder gleich null in ihrer Gruppe, die kein Faktor korrigieren kann: Der Schritt addiert stattdessen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} blocks</source>
            <extracomment>For one: {n} block</extracomment>
            <translation>
                <numerusform>{n} Block</numerusform>
                <numerusform>{n} Blöcken</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {block_corrections} met the limit of a factor of 1.5.</source>
            <translation>Lokaler Schritt: {block_corrections} an der Grenze eines Faktors von 1.5.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} block corrections</source>
            <extracomment>For one: {n} block correction</extracomment>
            <translation>
                <numerusform>{n} Blockkorrektur</numerusform>
                <numerusform>{n} Blockkorrekturen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>its name holds those of several images ({paths}): rename it to one of them with {suffix}</source>
            <translation>ihr Name enthält die mehrerer Bilder ({paths}): in einen davon mit {suffix} umbenennen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>it claims {image}, as {other} does</source>
            <translation>sie beansprucht {image}, wie auch {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/features.py" />
            <source>{found:.0f} {what}, {needed} are needed</source>
            <translation>{found:.0f} {what}, {needed} sind nötig</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Pseudo-invariant features ({method}): {share:.2%} of the common pixels count, in {kept} of {overlaps}.</source>
            <translation>Pseudoinvariante Objekte ({method}): {share:.2%} der gemeinsamen Pixel zählen, in {kept} von {overlaps}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>pixels that count</source>
            <translation>zählende Pixel</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Overlap of {first} and {second} left out, too few pseudo-invariant features ({method}): {why}. Choose another PIF_METHOD, or a lower MIN_SAMPLES.</source>
            <translation>Überlappung von {first} und {second} ausgelassen, zu wenige pseudoinvariante Objekte ({method}): {why}. Eine andere PIF_METHOD oder ein kleineres MIN_SAMPLES wählen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>stable pixels around matched points (a larger INZ_THRESHOLD finds more)</source>
            <translation>stabile Pixel um zugeordnete Punkte (ein größeres INZ_THRESHOLD findet mehr)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>common pixels</source>
            <translation>gemeinsame Pixel</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>matched points</source>
            <translation>zugeordnete Punkte</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>pixels without change</source>
            <translation>Pixel ohne Veränderung</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>no band has texture there</source>
            <translation>kein Kanal hat dort Textur</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/matches.py" />
            <source>choose another PIF_METHOD</source>
            <translation>eine andere PIF_METHOD wählen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band number, or leave {other} empty too</source>
            <translation>eine Kanalnummer, oder auch {other} leer lassen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a number from -1 to 1</source>
            <translation>eine Zahl von -1 bis 1</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>{fewest} or more</source>
            <translation>mindestens {fewest}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band that {path} has ({listing})</source>
            <translation>ein Kanal, den {path} hat ({listing})</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>another band than RED_BAND</source>
            <translation>ein anderer Kanal als RED_BAND</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would be multiplied by {gain:.4g} in band {band}, the other images by {others:.4g}: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the gains come from.</source>
            <translation>{path} würde in Kanal {band} mit {gain:.4g} multipliziert, die anderen Bilder mit {others:.4g}: deklarieren, was fehlende Pixel kennzeichnet (NODATA), die Bilder in eine Einheit bringen (Skalierungs- und Offset-Angaben, Rasterrechner) oder die Datei berichtigen, aus der die Gains stammen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would have a mean of {mean:.4g} ({stored}) in band {band}, more than a thousand times what it holds: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the offsets come from.</source>
            <translation>{path} hätte in Kanal {band} einen Mittelwert von {mean:.4g} ({stored}), mehr als das Tausendfache seines Inhalts: deklarieren, was fehlende Pixel kennzeichnet (NODATA), die Bilder in eine Einheit bringen (Skalierungs- und Offset-Angaben, Rasterrechner) oder die Datei berichtigen, aus der die Offsets stammen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{share:.0%} of {name} in band {band}</source>
            <translation>{share:.0%} von {name} in Kanal {band}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source> or images whose colours are right (MODEL_IMAGES)</source>
            <translation> oder Bilder, deren Farben richtig sind (MODEL_IMAGES)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{listing} would lie outside what {dtype} can hold and be clipped: choose a wider OUTPUT_DTYPE{model_images}, or leave empty borders out (NODATA, CONSTANT_BORDER).</source>
            <translation>{listing} läge außerhalb dessen, was {dtype} fasst, und würde abgeschnitten: einen breiteren OUTPUT_DTYPE wählen{model_images}, oder leere Ränder auslassen (NODATA, CONSTANT_BORDER).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{value:.4g} in band {band}</source>
            <translation>{value:.4g} in Kanal {band}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} is multiplied by {listing}: look at its result, or bring all images into one unit first.</source>
            <translation>{name} wird multipliziert mit {listing}: das Ergebnis ansehen, oder zuerst alle Bilder in eine Einheit bringen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} has a standard deviation of {listing} ({stored}), of which whole numbers ({dtype}) keep next to nothing: choose Float32 for OUTPUT_DTYPE.</source>
            <translation>{name} hat eine Standardabweichung von {listing} ({stored}), von der ganze Zahlen ({dtype}) so gut wie nichts behalten: Float32 als OUTPUT_DTYPE wählen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Blocks of {width:.0f} x {height:.0f} pixels, in {number} groups of images far apart.</source>
            <translation>Blöcke von {width:.0f} x {height:.0f} Pixeln, in {number} weit auseinanderliegenden Gruppen von Bildern.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The block maps would have {rows} x {columns} blocks, too many to save: save the maps of images that lie far apart in runs of their own, or ask for fewer BLOCKS.</source>
            <translation>Die Blockkarten hätten {rows} x {columns} Blöcke, zu viele zum Speichern: die Karten weit auseinanderliegender Bilder in eigenen Läufen speichern, oder weniger BLOCKS verlangen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Fewer blocks than asked for: none may be narrower than 16 pixels.</source>
            <translation>Weniger Blöcke als verlangt: Keiner darf schmaler als 16 Pixel sein.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>{rows} x {columns} blocks over the canvas.</source>
            <translation>{rows} x {columns} Blöcke über der ganzen Fläche.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The images lie in {number} groups far apart and a block is larger than a whole group, so that the local step can change little: give BLOCKS instead of rows, columns or an extent, or run each group by itself.</source>
            <translation>Die Bilder liegen in {number} weit auseinanderliegenden Gruppen, und ein Block ist größer als eine ganze Gruppe, sodass der lokale Schritt wenig ändern kann: BLOCKS statt Zeilen, Spalten oder einer Ausdehnung angeben, oder jede Gruppe für sich verarbeiten.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>The overlaps in {file} were measured with PIF_METHOD {other} and stay so; new ones are measured with {method}. To measure all alike, run without LOAD_ADJUSTMENTS.</source>
            <translation>Die Überlappungen in {file} wurden mit PIF_METHOD {other} gemessen und bleiben so; neue werden mit {method} gemessen. Um alle gleich zu messen, ohne LOAD_ADJUSTMENTS ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>COMMON_LIGHT: the statistics in LOAD_ADJUSTMENTS are without common light and stay so; never counts for other images. To leave light in all of them, run without LOAD_ADJUSTMENTS.</source>
            <translation>COMMON_LIGHT: Die Statistiken in LOAD_ADJUSTMENTS sind ohne gemeinsames Licht und bleiben so; never gilt für andere Bilder. Um das Licht in allen zu lassen, ohne LOAD_ADJUSTMENTS ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>it holds {held} bands and the images have {bands}</source>
            <translation>sie enthält {held} Kanäle, und die Bilder haben {bands}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>{path} has changed since its statistics were saved, and is read again: save them anew with SAVE_ADJUSTMENTS.</source>
            <translation>{path} hat sich seit dem Speichern seiner Statistiken geändert und wird erneut gelesen: mit SAVE_ADJUSTMENTS neu speichern.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>Images that are not in LOAD_ADJUSTMENTS keep their common light: that of the images in the file is not all the same. To look for light in all images together, run without LOAD_ADJUSTMENTS.</source>
            <translation>Bilder, die nicht in LOAD_ADJUSTMENTS sind, behalten ihr gemeinsames Licht: Das der Bilder in der Datei ist nicht überall gleich. Um Licht in allen Bildern gemeinsam zu suchen, ohne LOAD_ADJUSTMENTS ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>{path} shows more or less ground than the images in {source}: it keeps its common light, whose slope over it is not known; to look for light in all images together, run without {source}.</source>
            <translation>{path} zeigt mehr oder weniger Boden als die Bilder in {source}: Es behält sein gemeinsames Licht, dessen Gefälle darüber nicht bekannt ist; um Licht in allen Bildern zusammen zu suchen, den Lauf nicht mit {source} ausführen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>it does not tell where its common light lies, and {path} is not the image that it was found in</source>
            <translation>sie sagt nicht, wo ihr gemeinsames Licht liegt, und {path} ist nicht das Bild, in dem es gefunden wurde</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>the saved light</source>
            <translation>dem gespeicherten Licht</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>its common light is of other ground than {path} shows</source>
            <translation>ihr gemeinsames Licht gehört zu anderem Boden, als {path} zeigt</translation>
        </message>
        <message>
            <location filename="../core/radiometry/session.py" />
            <source>The images have not been read with these blocks, this canvas extent or these pseudo-invariant features: read them again.</source>
            <translation>Die Bilder wurden nicht mit diesen Blöcken, dieser Ausdehnung der Fläche oder diesen pseudoinvarianten Objekten gelesen: erneut lesen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/solution.py" />
            <source>part of its ground changed</source>
            <translation>ein Teil des Bodens hat sich verändert</translation>
        </message>
        <message>
            <location filename="../core/radiometry/solve.py" />
            <source>The overlaps' statistics have no common solution: declare what marks missing pixels (NODATA), or compute saved statistics again.</source>
            <translation>Die Statistiken der Überlappungen haben keine gemeinsame Lösung: deklarieren, was fehlende Pixel kennzeichnet (NODATA), oder die gespeicherten Statistiken neu berechnen.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the mean difference {change} of the contrast</source>
            <translation>die mittlere Differenz {change} des Kontrasts</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{sentence}{groups}; contrast {contrast}; single pixels still differ by {normalised_after:.2f} of the contrast (RMSE).</source>
            <translation>{sentence}{groups}; der Kontrast {contrast}; einzelne Pixel weichen noch um {normalised_after:.2f} des Kontrasts ab (RMSE).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE of the contrast, {shown}:
{table}</source>
            <translation>RMSE im Verhältnis zum Kontrast, {shown}:
{table}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation>Falls sich ihre Einheiten unterscheiden, zuerst in eine bringen (Skalierungs- und Offset-Angaben, Rasterrechner).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{change} to {kept:.2f} times what it was</source>
            <translation>{change} auf das {kept:.2f}-fache</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{change} from {first} to {other}</source>
            <translation>{change} von {first} auf {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>follows the model images</source>
            <translation>folgt den Musterbildern</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are corrected; how well they agree in their overlaps is not known.</source>
            <translation>Die Bilder sind korrigiert; wie gut sie in ihren Überlappungen übereinstimmen, ist nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images</source>
            <translation>Die Bilder</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The levels of the images</source>
            <translation>Die Niveaus der Bilder</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, in {groups} groups that do not meet</source>
            <translation>, in {groups} Gruppen, die sich nicht berühren</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{sentence}{groups}; contrast {contrast}.</source>
            <translation>{sentence}{groups}; der Kontrast {contrast}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{normalised_before:.4f} before and </source>
            <translation>{normalised_before:.4f} vorher und </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE in the overlaps: {rmse_before:.4g} before, {rmse_after:.4g} after ({unit}), which is {before}{normalised_after:.4f} after of the contrast (the standard deviation); contrast after over before: {contrast_kept:.4f}.</source>
            <translation>RMSE in den Überlappungen: {rmse_before:.4g} vorher, {rmse_after:.4g} nachher ({unit}), das sind {before}{normalised_after:.4f} nachher, bezogen auf den Kontrast (die Standardabweichung); Kontrast nachher zu vorher: {contrast_kept:.4f}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rejected</source>
            <translation>verworfen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>counts in part</source>
            <translation>zählt teilweise</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the worst {number} of {total} pairs</source>
            <translation>die schlechtesten {number} von {total} Paaren</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If one of them is right, name it in MODEL_IMAGES; </source>
            <translation>Falls eines davon richtig ist, in MODEL_IMAGES angeben; </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>if their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation>falls sich ihre Einheiten unterscheiden, zuerst in eine bringen (Skalierungs- und Offset-Angaben, Rasterrechner).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are a factor of {spread:.1f} apart in scale: in band {band} {image} is multiplied by {factor:.4g}, {other} by {other_factor:.4g}. {right}{units}</source>
            <translation>Die Werte der Bilder liegen um einen Faktor von {spread:.1f} auseinander: In Kanal {band} wird {image} mit {factor:.4g} multipliziert, {other} mit {other_factor:.4g}. {right}{units}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>save maps of unchanged ground (MASK of Save block maps)</source>
            <translation>Karten von unverändertem Boden speichern (MASK von „Blockkarten speichern“)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>leave BLOCKS_BY_VARIATION out and choose few BLOCKS</source>
            <translation>BLOCKS_BY_VARIATION weglassen und wenige BLOCKS wählen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{remedy}, or a higher SMOOTHNESS</source>
            <translation>{remedy}, oder eine größere SMOOTHNESS</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{contrast} ({kept:.2f} times what it was)</source>
            <translation>{contrast} ({kept:.2f} mal so groß wie vorher)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is kept</source>
            <translation>bleibt erhalten</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is now {text}</source>
            <translation>beträgt jetzt {text}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>stays {other}</source>
            <translation>bleibt {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is that without the common light</source>
            <translation>ist der ohne das gemeinsame Licht</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agreed already: {change}</source>
            <translation>{subject} stimmten bereits überein: {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} now agree well: {change}</source>
            <translation>{subject} stimmen jetzt gut überein: {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Part of the ground changed, so the images cannot agree everywhere: over all common pixels {change}</source>
            <translation>Ein Teil des Bodens hat sich verändert, daher können die Bilder nicht überall übereinstimmen: über alle gemeinsamen Pixel {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Check: solved without a fifth of the ground, {held_out:.4f} of the contrast are left there; solved with it, {held_in:.4f} on the same ground.</source>
            <translation>Kontrolle: ohne ein Fünftel des Bodens gelöst, bleiben dort {held_out:.4f} des Kontrasts; damit gelöst, {held_in:.4f} auf demselben Boden.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>All images together have {contrast_kept:.2f} times the contrast they had (ideal 1): {contrast_remedies}.</source>
            <translation>Alle Bilder zusammen haben das {contrast_kept:.2f}-Fache ihres früheren Kontrasts (ideal 1): {contrast_remedies}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>A mean difference of {bias_after:.2f} of the contrast is left: look at the first pairs of the table; {mask}{residual}.</source>
            <translation>Eine mittlere Differenz von {bias_after:.2f} des Kontrasts bleibt: die ersten Paare der Tabelle ansehen; {mask}{residual}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The local step fits the ground it saw better than other ground ({held_in:.3f} and {held_out:.3f} of the contrast are left): {fewer_blocks}.</source>
            <translation>Der lokale Schritt passt besser zum Boden, den er gesehen hat, als zu anderem Boden ({held_in:.3f} und {held_out:.3f} des Kontrasts bleiben): {fewer_blocks}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>name images whose contrast is right in MODEL_IMAGES</source>
            <translation>Bilder mit richtigem Kontrast in MODEL_IMAGES angeben</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose MODEL_IMAGES_MODE include if the contrast of the model images is right</source>
            <translation>MODEL_IMAGES_MODE include wählen, falls der Kontrast der Musterbilder richtig ist</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose METHOD robust</source>
            <translation>METHOD robust wählen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>lower ALPHA</source>
            <translation>ALPHA senken</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCK_ROWS and BLOCK_COLUMNS</source>
            <translation>weniger BLOCK_ROWS und BLOCK_COLUMNS wählen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCKS</source>
            <translation>weniger BLOCKS wählen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images do not agree: {change}</source>
            <translation>Die Bilder stimmen nicht überein: {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Levels agree, but an RMSE of {normalised_after:.2f} of the contrast is left, and unrelated images have 1.4: if the ground is the same, align the images first; {mask}.</source>
            <translation>Die Niveaus stimmen überein, aber ein RMSE von {normalised_after:.2f} des Kontrasts bleibt, und Bilder ohne Zusammenhang haben 1.4: Falls der Boden derselbe ist, zuerst die Bilder ausrichten; {mask}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>fell</source>
            <translation>sank</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rose</source>
            <translation>stieg</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agree better: {change}</source>
            <translation>{subject} stimmen besser überein: {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images still differ: {change}</source>
            <translation>Die Bilder unterscheiden sich noch: {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>before</source>
            <translation>vorher</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>after</source>
            <translation>nachher</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>look at the results</source>
            <translation>die Ergebnisse ansehen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask what changed between them (MASK)</source>
            <translation>maskieren, was sich zwischen ihnen verändert hat (MASK)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or try PIF_METHOD residual</source>
            <translation>, oder PIF_METHOD residual versuchen</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or </source>
            <translation>, oder </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask clouds and water (MASK)</source>
            <translation>Wolken und Wasser maskieren (MASK)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/virtual_output.py" />
            <source>The correction "{correction}" cannot be a virtual raster: choose linear or additive, or write GeoTIFF.</source>
            <translation>Die Korrektur "{correction}" kann kein virtuelles Raster sein: linear oder additive wählen, oder GeoTIFF schreiben.</translation>
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>numbers from 1 and ranges of them, such as 1,3-5, or nothing for all bands</source>
            <translation>Nummern ab 1 und Bereiche davon, etwa 1,3-5, oder nichts für alle Kanäle</translation>
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>every band only once</source>
            <translation>jeder Kanal nur einmal</translation>
        </message>
        <message>
            <location filename="../core/raster/canvas.py" />
            <source>an image</source>
            <translation>einem Bild</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>a lossless compression such as COMPRESS=DEFLATE</source>
            <translation>eine verlustfreie Kompression wie COMPRESS=DEFLATE</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>masks are lost</source>
            <translation>gehen Masken verloren</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>values would be taken for other colours</source>
            <translation>würden Werte für andere Farben gehalten</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no NBITS below {bits}, which the data type of the results has, or values would be cut</source>
            <translation>kein NBITS unter {bits}, der Bitzahl des Datentyps der Ergebnisse, sonst würden Werte abgeschnitten</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no option that warps: results keep the grid of their images</source>
            <translation>keine Option, die transformiert: Ergebnisse behalten das Gitter ihrer Bilder</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>the alpha band of {opaque} tells which pixels are data and must stay as it is</source>
            <translation>der Alphakanal von {opaque} sagt, welche Pixel Daten sind, und muss unverändert bleiben</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>OUTPUT_DTYPE for another data type</source>
            <translation>OUTPUT_DTYPE für einen anderen Datentyp</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>{lossless}: every value of the result has a meaning</source>
            <translation>{lossless}: jeder Wert des Ergebnisses hat eine Bedeutung</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>KEY=VALUE pairs with | between them</source>
            <translation>Paare KEY=VALUE mit | dazwischen</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>nothing with virtual results</source>
            <translation>nichts bei virtuellen Ergebnissen</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>false with virtual results</source>
            <translation>false bei virtuellen Ergebnissen</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>options of {driver}: {listed}</source>
            <translation>Optionen von {driver}: {listed}</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>others: with it {lost}</source>
            <translation>andere: damit {lost}</translation>
        </message>
        <message>
            <location filename="../core/raster/cube.py" />
            <source>{path} has {bands} bands, which are no two or more dates of {per_date} bands: set BANDS_PER_DATE to the bands of one date, or to 0 where each file is one image.</source>
            <translation>{path} hat {bands} Kanäle, das sind nicht zwei oder mehr Zeitpunkte zu je {per_date} Kanälen: BANDS_PER_DATE auf die Kanäle eines Zeitpunkts setzen, oder auf 0, wenn jede Datei ein Bild ist.</translation>
        </message>
        <message>
            <location filename="../core/raster/dataset.py" />
            <source>the file is shorter than it says</source>
            <translation>die Datei ist kürzer, als sie angibt</translation>
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>, which {path} reads,</source>
            <translation>, von {path} gelesen,</translation>
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>{file}{part} was changed, replaced or removed during the run: run again when nothing writes to it; earlier outputs are untouched.</source>
            <translation>{file}{part} wurde während des Laufs geändert, ersetzt oder entfernt: erneut ausführen, wenn nichts mehr in die Datei schreibt; frühere Ergebnisse bleiben unverändert.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose one of them: {names}.</source>
            <translation>eines davon wählen: {names}.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>has no band beside alpha</source>
            <translation>hat keinen Kanal außer Alpha</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose an image with measurements.</source>
            <translation>ein Bild mit Messwerten wählen.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds {number} rasters</source>
            <translation>enthält {number} Raster</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds complex numbers</source>
            <translation>enthält komplexe Zahlen</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to amplitude or intensity first.</source>
            <translation>zuerst in Amplitude oder Intensität umwandeln.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds signed bytes, which this GDAL reads without their sign</source>
            <translation>enthält Bytes mit Vorzeichen, die dieses GDAL ohne ihr Vorzeichen liest</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to Int16 first (gdal_calc with --type=Int16 --calc="(A+128.0)%256-128"), or take GDAL 3.7 or newer.</source>
            <translation>zuerst in Int16 umwandeln (gdal_calc mit --type=Int16 --calc="(A+128.0)%256-128"), oder GDAL 3.7 oder neuer verwenden.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds palette indices, not colours</source>
            <translation>enthält Palettenindizes, keine Farben</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>if they are colours, convert it with PCT to RGB first; classes can be joined by Mosaic, but not measured.</source>
            <translation>falls es Farben sind, zuerst mit PCT nach RGB umwandeln; Klassen lassen sich mit „Mosaik“ zusammenfügen, aber nicht messen.</translation>
        </message>
        <message>
            <location filename="../core/raster/image_names.py" />
            <source>"{name}" fits more than one image ({paths}): use the whole path.</source>
            <translation>"{name}" passt zu mehr als einem Bild ({paths}): den ganzen Pfad verwenden.</translation>
        </message>
        <message>
            <location filename="../core/raster/leftovers.py" />
            <source>{path} is being written by another run, as {record} says: wait for it or choose another folder; if that run is gone, delete this file.</source>
            <translation>{path} wird gerade von einem anderen Lauf geschrieben, wie {record} angibt: darauf warten oder einen anderen Ordner wählen; falls es diesen Lauf nicht mehr gibt, diese Datei löschen.</translation>
        </message>
        <message>
            <location filename="../core/raster/nodata.py" />
            <source>{path} was not written: its image has pixels with data in some bands only, and compression that changes values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as COMPRESS=DEFLATE.</source>
            <translation>{path} wurde nicht geschrieben: Sein Bild hat Pixel mit Daten in nur einigen Kanälen, und eine Kompression, die Werte verändert, lässt nur eine Maske für alle Kanäle, um Daten zu erkennen; in CREATION_OPTIONS eine verlustfreie wählen, etwa COMPRESS=DEFLATE.</translation>
        </message>
        <message>
            <location filename="../core/raster/reference_system.py" />
            <source>the images</source>
            <translation>den Bildern</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>One raster of all images would have {width} x {height} pixels, nearly all of them empty: {path} lies far from the others. Check its position and coordinate system, or give a TARGET_EXTENT.</source>
            <translation>Ein Raster aller Bilder hätte {width} x {height} Pixel, fast alle leer: {path} liegt weit von den anderen entfernt. Seine Lage und sein Koordinatensystem prüfen, oder TARGET_EXTENT angeben.</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none: the images have no coordinate system</source>
            <translation>keines: die Bilder haben kein Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a rectangle with an area</source>
            <translation>ein Rechteck mit einer Fläche</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>larger pixels: the grid has too many</source>
            <translation>größere Pixel: das Gitter hat zu viele</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a code such as EPSG:32633, or WKT</source>
            <translation>ein Code wie EPSG:32633, oder WKT</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none, or the RESOLUTION given</source>
            <translation>keine, oder RESOLUTION given</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a number above 0, in map units of the results</source>
            <translation>eine Zahl über 0, in Karteneinheiten der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>one that meets all images, it is beside {outside}</source>
            <translation>eine, die alle Bilder trifft, sie liegt neben {outside}</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>The results are in place, but beside them {paths} could not be removed, which tells of earlier pixels: close the programs that use it and delete it by hand.</source>
            <translation>Die Ergebnisse sind an ihrem Platz, aber daneben ließ sich {paths} nicht entfernen, was frühere Pixel beschreibt: die Programme schließen, die es verwenden, und es von Hand löschen.</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{path} cannot be replaced</source>
            <translation>{path} kann nicht ersetzt werden</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{path} looks like a note of this plugin and is none; delete it if it is not needed.</source>
            <translation>{path} sieht aus wie eine Notiz dieses Plugins und ist keine; löschen, wenn die Datei nicht gebraucht wird.</translation>
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>{what} are written as {drivers} files.</source>
            <translation>{what} werden als {drivers} geschrieben.</translation>
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>it holds {others}, which would be lost: choose a new file.</source>
            <translation>sie enthält {others}, was verloren ginge: eine neue Datei wählen.</translation>
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} is a virtual raster, and {source}, which it reads, was not found: put it back, or make the virtual raster again.</source>
            <translation>{path} ist ein virtuelles Raster, und {source}, das es liest, wurde nicht gefunden: zurücklegen, oder das virtuelle Raster neu erstellen.</translation>
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} was made for another image than the one that is {source} now, so its correction does not fit: run the tool that made it again.</source>
            <translation>{path} wurde für ein anderes Bild erstellt als das, das jetzt {source} ist, daher passt seine Korrektur nicht: das Werkzeug erneut ausführen, das es erstellt hat.</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>When a run stops</source>
            <translation>Wenn ein Lauf abbricht</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Why results still look different</source>
            <translation>Warum Ergebnisse noch verschieden aussehen</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Common light</source>
            <translation>Gemeinsames Licht</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Changed ground</source>
            <translation>Veränderter Boden</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Reading the log</source>
            <translation>Das Protokoll lesen</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Mosaics</source>
            <translation>Mosaike</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Adjustments</source>
            <translation>Anpassungen</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Block maps</source>
            <translation>Blockkarten</translation>
        </message>
        <message>
            <location filename="../core/report/alignment.py" />
            <source>Shifts on the footprints of the images, drawn {factor:.3g} times as long; crosses are rejected</source>
            <translation>Verschiebungen auf den Umrissen der Bilder, {factor:.3g}-fach verlängert; Kreuze sind verworfen</translation>
        </message>
        <message>
            <location filename="../core/report/building.py" />
            <source>Band {number}</source>
            <translation>Kanal {number}</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Moved</source>
            <translation>Bewegt</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Rejected</source>
            <translation>Verworfen</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>RMS before pixels</source>
            <translation>RMS vorher, Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>RMS after pixels</source>
            <translation>RMS nachher, Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift x map</source>
            <translation>Verschiebung x, Karte</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift y map</source>
            <translation>Verschiebung y, Karte</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Rotation degrees</source>
            <translation>Drehung, Grad</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Scale</source>
            <translation>Skalierung</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Mesh nodes</source>
            <translation>Netzknoten</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Largest local pixels</source>
            <translation>Größte örtliche, Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift x pixels</source>
            <translation>Verschiebung x, Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift y pixels</source>
            <translation>Verschiebung y, Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Correlation before</source>
            <translation>Korrelation vorher</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Correlation after</source>
            <translation>Korrelation nachher</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Matches</source>
            <translation>Paare</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Windows</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Windows kept</source>
            <translation>Fenster behalten</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off before median</source>
            <translation>Daneben vorher, Median</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off after median</source>
            <translation>Daneben nachher, Median</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off before RMS</source>
            <translation>Daneben vorher, RMS</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off after RMS</source>
            <translation>Daneben nachher, RMS</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Image 1</source>
            <translation>Bild 1</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Image 2</source>
            <translation>Bild 2</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Overlap pixels</source>
            <translation>Pixel der Überlappung</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam pixels</source>
            <translation>Pixel der Naht</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam length</source>
            <translation>Länge der Naht</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam cost</source>
            <translation>Kosten der Naht</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Overlap cost</source>
            <translation>Kosten der Überlappung</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Path cost</source>
            <translation>Kosten des Wegs</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Step</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>Histograms of the images by band</source>
            <translation>Histogramme der Bilder nach Kanal</translation>
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>{second} less {first}, and values of both, pixel by pixel</source>
            <translation>{second} minus {first}, und Werte beider, Pixel für Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Normalised RMSE in each cell of the overlaps</source>
            <translation>Normierter RMSE in jeder Zelle der Überlappungen</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Mean of each image by band</source>
            <translation>Mittelwert jedes Bildes nach Kanal</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Footprints of the images, and a link for each overlap; rejected ones are dashed</source>
            <translation>Umrisse der Bilder und eine Verbindung je Überlappung; verworfene sind gestrichelt</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Footprints of the images</source>
            <translation>Umrisse der Bilder</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>normalised RMSE after</source>
            <translation>normalisierter RMSE nachher</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>normalised RMSE</source>
            <translation>normalisierter RMSE</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Means of both images of an overlap: first green, second orange, before dashed</source>
            <translation>Mittelwerte beider Bilder einer Überlappung: erstes grün, zweites orange, vorher gestrichelt</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Means of both images of an overlap: first green, second orange</source>
            <translation>Mittel beider Bilder einer Überlappung: das erste grün, das zweite orange</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>mean ({unit})</source>
            <translation>Mittelwert ({unit})</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>end the report's name with {listing}.</source>
            <translation>den Namen des Berichts auf {listing} enden lassen.</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>end the report's name with .json or .csv</source>
            <translation>den Namen des Berichts auf .json oder .csv enden lassen</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a page</source>
            <translation>eine Seite</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>all figures as data</source>
            <translation>alle Kennzahlen als Daten</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a table of pairs</source>
            <translation>eine Tabelle der Paare</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>mean difference over the standard deviation: good up to {good:g}, fair up to {fair:g}</source>
            <translation>mittlere Differenz durch die Standardabweichung: gut bis {good:g}, mäßig bis {fair:g}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>normalised RMSE: good below {unrelated:g}, from {unlike:g} on hardly the same ground</source>
            <translation>normierter RMSE: gut unter {unrelated:g}, ab {unlike:g} kaum derselbe Boden</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>contrast after over before: good from {low:g} to {high:g}</source>
            <translation>Kontrast nachher zu vorher: gut von {low:g} bis {high:g}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>share of an image's values in a band: good below {few:.1%}, too many from {many:.0%} on</source>
            <translation>Anteil der Werte eines Bildes in einem Kanal: gut unter {few:.1%}, zu viele ab {many:.0%}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>images that overlaps connect: good is 1; several have levels of their own</source>
            <translation>Bilder, die durch Überlappungen verbunden sind: gut ist 1; mehrere haben eigene Niveaus</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>that contradict the others: good is 0; right where there is a cloud</source>
            <translation>die den anderen widersprechen: gut ist 0; richtig, wo eine Wolke ist</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>left on ground that the solution did not see, over where it did: good up to {overfitted:g} times</source>
            <translation>Rest auf Boden, den die Lösung nicht gesehen hat, zu dem auf gesehenem: gut bis zum {overfitted:g}-Fachen</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Agreement</source>
            <translation>Übereinstimmung</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Single pixels</source>
            <translation>Einzelne Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{limits}; here it {why}</source>
            <translation>{limits}; hier: der Kontrast {why}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{share:.2%}, worst {worst:.2%}</source>
            <translation>{share:.2%}, höchstens {worst:.2%}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Clipped</source>
            <translation>Abgeschnitten</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Held out</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>have a look</source>
            <translation>ansehen</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>act</source>
            <translation>handeln</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>The seams</source>
            <translation>Die Nähte</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>How well the images agree</source>
            <translation>Wie gut die Bilder übereinstimmen</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Nothing: there is no warning.</source>
            <translation>Nichts: Es gibt keine Warnung.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>counts in part: {reason}</source>
            <translation>zählt teilweise: {reason}</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>What stands out says it; there is no further warning.</source>
            <translation>Es steht unter „Was auffällt“; weitere Warnungen gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Look at what says "{act}" above; there is no further warning.</source>
            <translation>Ansehen, wo oben „{act}“ steht; es gibt keine weitere Warnung.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>As they are</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels in the mosaic</source>
            <translation>Pixel im Mosaik</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Gain</source>
            <translation>Gain</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean before</source>
            <translation>Mittelwert vorher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean after</source>
            <translation>Mittelwert nachher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation before</source>
            <translation>Std.-Abw. vorher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation after</source>
            <translation>Std.-Abw. nachher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Local</source>
            <translation>Lokal</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias before</source>
            <translation>Bias vorher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias</source>
            <translation>Bias</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias after</source>
            <translation>Bias nachher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE before</source>
            <translation>RMSE vorher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE after</source>
            <translation>RMSE nachher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE before</source>
            <translation>Norm. RMSE vorher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE</source>
            <translation>Norm. RMSE</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE after</source>
            <translation>Norm. RMSE nachher</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Correlation</source>
            <translation>Korrelation</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Sigmas</source>
            <translation>Sigma</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Means and standard deviations in {unit}.</source>
            <translation>Mittel und Standardabweichungen in {unit}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Gain and offset of stored values, with their standard errors.</source>
            <translation>Gain und Offset gespeicherter Werte, mit ihren Standardfehlern.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Local: how far the local step moves means of cells, root mean square, over the standard deviation.</source>
            <translation>Örtlich: wie weit der örtliche Schritt Mittel von Zellen bewegt, quadratisches Mittel, durch die Standardabweichung.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Means over bands. Bias: difference of the means over the standard deviation. RMSE in {unit}; norm.: over the standard deviation.</source>
            <translation>Mittel über Kanäle. Bias: Differenz der Mittel durch die Standardabweichung. RMSE in {unit}; norm.: durch die Standardabweichung.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>rejected: {reason}</source>
            <translation>verworfen: {reason}</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Weight: the lowest in the solution, of any band, gain or offset; sigmas: the largest residual over the scale of all.</source>
            <translation>Gewicht: das niedrigste in der Lösung, über Kanäle, Gain und Offset; Sigma: der größte Rest durch den Maßstab aller.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Jinja2 (the Python package jinja2)</source>
            <translation>Jinja2 (das Python-Paket jinja2)</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>{peaks}; {pixels} in {bins} of {width}, smoothing {smoothing}.</source>
            <translation>{peaks}; {pixels}, {bins} der Breite {width}, Glättung {smoothing}.</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Histogram with the peaks that the table lists</source>
            <translation>Histogramm mit den in der Tabelle aufgeführten Gipfeln</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} peaks</source>
            <extracomment>For one: {n:,} peak</extracomment>
            <translation>
                <numerusform>{n:,} Gipfel</numerusform>
                <numerusform>{n:,} Gipfel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} valid pixels</source>
            <extracomment>For one: {n:,} valid pixel</extracomment>
            <translation>
                <numerusform>{n:,} gültiges Pixel</numerusform>
                <numerusform>{n:,} gültige Pixel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} bins</source>
            <extracomment>For one: {n:,} bin</extracomment>
            <translation>
                <numerusform>{n:,} Klasse</numerusform>
                <numerusform>{n:,} Klassen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Bars higher than the picture are cut; their counts stand above them.</source>
            <translation>Balken über das Bild hinaus sind gekürzt; ihre Anzahl steht darüber.</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>pixels per bin</source>
            <translation>Pixel je Klasse</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>counted</source>
            <translation>gezählt</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>smoothed</source>
            <translation>geglättet</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>width at half prominence</source>
            <translation>Breite bei halber Prominenz</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it is probably in another unit (reflectance and digital numbers, say). Bring all images into one unit first: scale and offset tags, or Raster calculator; or name the images whose values are right.</source>
            <translation>es hat wahrscheinlich eine andere Einheit (etwa Reflexionsgrad und digitale Werte). Zuerst alle Bilder in eine Einheit bringen: Skalierungs- und Offset-Angaben oder Rasterrechner; oder die Bilder angeben, deren Werte richtig sind.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it probably lies beside its place, or is blurred or noisy. Align it first (Align to a reference, or Align overlapping images together).</source>
            <translation>es liegt wahrscheinlich neben seinem Platz, oder ist unscharf oder verrauscht. Zuerst ausrichten („Bilder an einer Referenz ausrichten“ oder „Überlappende Bilder gemeinsam ausrichten“).</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{names}: large features agree, detail does not (correlation {level:.2f} at most): one of the images probably lies beside {what} place, or is blurred or noisy. Align the images first (Align to a reference, or Align overlapping images together).</source>
            <translation>{names}: Große Strukturen stimmen überein, Details nicht (Korrelation höchstens {level:.2f}): Eines der Bilder liegt wahrscheinlich neben {what} Platz, oder ist unscharf oder verrauscht. Zuerst die Bilder ausrichten („Bilder an einer Referenz ausrichten“ oder „Überlappende Bilder gemeinsam ausrichten“).</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Balance leaves out what whole cells show of it; mask it (MASK, Mask polygons) where it still disturbs. Single pixels cannot agree there.</source>
            <translation>„Farben angleichen“ lässt aus, was ganze Zellen davon zeigen; maskieren (MASK, Maskenpolygone), wo es noch stört. Einzelne Pixel können dort nicht übereinstimmen.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{first} and {second}: part of the common ground is brighter in the first: clouds, haze or snow in it, or water (a flood) or shadow in the second.</source>
            <translation>{first} und {second}: Ein Teil des gemeinsamen Bodens ist im ersten heller: Wolken, Dunst oder Schnee darin, oder Wasser (eine Überschwemmung) oder Schatten im zweiten.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{first}: values are about {times} times those of {second}</source>
            <translation>{first}: Werte sind etwa das {times}-Fache derer von {second}</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{name}: part of its ground is</source>
            <translation>{name}: Ein Teil seines Bodens ist</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} brighter than its neighbours show it: clouds, haze or snow.</source>
            <translation>{where} heller, als seine Nachbarn ihn zeigen: Wolken, Dunst oder Schnee.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} darker than its neighbours show it: water (a flood), shadow or burnt ground.</source>
            <translation>{where} dunkler, als seine Nachbarn ihn zeigen: Wasser (eine Überschwemmung), Schatten oder verbrannter Boden.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Look at the images there: mask what changed (MASK), or align images that lie elsewhere.</source>
            <translation>Die Bilder dort ansehen: maskieren, was sich verändert hat (MASK), oder Bilder ausrichten, die anderswo liegen.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{listing}: rejected, up to {strongest:.1f} sigma; {cause}. {remedy}</source>
            <translation>{listing}: verworfen, bis zu {strongest:.1f} Sigma; {cause}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{image}: values are about {times} times those of the other images</source>
            <translation>{image}: Werte sind etwa das {times}-Fache derer der anderen Bilder</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>its</source>
            <translation>seinem</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>their</source>
            <translation>seinem</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{image}: large features agree with its neighbours' (correlation {coarse:.2f}), detail does not ({fine:.2f}): {remedy}</source>
            <translation>{image}: Große Strukturen stimmen mit denen der Nachbarn überein (Korrelation {coarse:.2f}), Details nicht ({fine:.2f}): {remedy}</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{subject} {words} as they are: the mean difference is {left:.3f} of the contrast</source>
            <translation>{subject} {words}, so wie sie sind: Die mittlere Differenz beträgt {left:.3f} des Kontrasts</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>How well the images agree is not known: no pixel is valid in two of them.</source>
            <translation>Wie gut die Bilder übereinstimmen, ist nicht bekannt: Kein Pixel ist in zweien gültig.</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree well</source>
            <translation>stimmen gut überein</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{text}; one gain and offset for each would leave {predicted:.3f}</source>
            <translation>{text}; ein Gain und Offset je Bild ließe {predicted:.3f}</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{text}; single pixels differ by {normalised_after:.2f} of it (RMSE), as other ground does</source>
            <translation>{text}; einzelne Pixel weichen um {normalised_after:.2f} davon ab (RMSE), wie anderer Boden</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree fairly</source>
            <translation>stimmen mäßig überein</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>differ</source>
            <translation>unterscheiden sich</translation>
        </message>
        <message>
            <location filename="../core/run.py" />
            <source>nothing, because {owner} works on this machine only</source>
            <translation>nichts, weil {owner} nur auf diesem Rechner arbeitet</translation>
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>{least} or more</source>
            <translation>mindestens {least}</translation>
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>a finite number</source>
            <translation>eine endliche Zahl</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>x {west:.10g} to {east:.10g} and y {south:.10g} to {north:.10g}</source>
            <translation>x {west:.10g} bis {east:.10g} und y {south:.10g} bis {north:.10g}</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>CANVAS_EXTENT is read as {read}, {times:.4g} times the ground of the images; with its second and third number exchanged it is {meant}, which fits them: the order is xmin,xmax,ymin,ymax in QGIS, and west, south, east, north in Python.</source>
            <translation>CANVAS_EXTENT wird gelesen als {read}, das {times:.4g}-Fache des Bodens der Bilder; mit vertauschter zweiter und dritter Zahl ist es {meant}, was zu ihnen passt: Die Reihenfolge ist xmin,xmax,ymin,ymax in QGIS, und West, Süd, Ost, Nord in Python.</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>a rectangle that touches the images</source>
            <translation>ein Rechteck, das die Bilder berührt</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{pixels:.1%} of the image</source>
            <translation>{pixels:.1%} des Bildes</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>value {listed}</source>
            <translation>Wert {listed}</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>nodata</source>
            <translation>Nodata</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source> with {rim} pixels beside it, which compression smeared,</source>
            <translation> mit {rim} von der Kompression verschmierten Pixeln daneben,</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: {values} in a corner is taken for data, because what is left does not look like a whole picture ({share}); CONSTANT_BORDER always leaves it out.</source>
            <translation>{name}: {values} in einer Ecke gilt als Daten, weil der Rest nicht wie ein ganzes Bild aussieht ({share}); CONSTANT_BORDER always lässt ihn aus.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>None of the images has a constant border, so CONSTANT_BORDER always changes nothing: choose auto.</source>
            <translation>Keines der Bilder hat einen konstanten Rand, daher ändert CONSTANT_BORDER always nichts: auto wählen.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>; CONSTANT_BORDER never takes it for data</source>
            <translation>; mit CONSTANT_BORDER never gilt er als Daten</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: its border of {values} is left out ({share}){undo}.</source>
            <translation>{name}: Sein Rand ({values}) wird ausgelassen ({share}){undo}.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{names}: value {listing} begins at a corner in all bands, another one or a mask is declared, so it is taken for data; if it is an empty border, CONSTANT_BORDER always leaves it out, and so does declaring it as nodata.</source>
            <translation>{names}: Wert {listing} beginnt in allen Kanälen an einer Ecke, ein anderer oder eine Maske ist deklariert, daher gilt er als Daten; falls es ein leerer Rand ist, lässt CONSTANT_BORDER always ihn aus, ebenso die Deklaration als Nodata.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{smeared}: compressed with loss, so values beside the border of nodata are smeared and taken for data; CONSTANT_BORDER always leaves them out.</source>
            <translation>{smeared}: verlustbehaftet komprimiert, daher sind Werte neben dem Nodata-Rand verschmiert und gelten als Daten; CONSTANT_BORDER always lässt sie aus.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {whole} of {total} images and pairs are known.</source>
            <translation>Statistik-Cache: {whole} von {total} Bildern und Paaren sind bekannt.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {damaged} damaged files are made again.</source>
            <translation>Statistik-Cache: {damaged} beschädigte Dateien werden neu erstellt.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {unknown} images are not plain files of a common format; they are read each time.</source>
            <translation>Statistik-Cache: {unknown} Bilder sind keine einfachen Dateien eines gängigen Formats; sie werden jedes Mal gelesen.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics could not be kept in {folder} ({failure}); the results do not suffer, the next run reads the images again. Free some space there, or choose another CACHE_FOLDER.</source>
            <translation>Die Statistiken konnten nicht in {folder} aufbewahrt werden ({failure}); die Ergebnisse leiden nicht darunter, der nächste Lauf liest die Bilder erneut. Dort Platz schaffen oder einen anderen CACHE_FOLDER wählen.</translation>
        </message>
        <message>
            <location filename="../core/statistics/entries.py" />
            <source>another folder: {path} lies among the statistics in this one</source>
            <translation>ein anderer Ordner: {path} liegt zwischen den Statistiken in diesem</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>Statistics {items}.</source>
            <translation>Statistiken {items}.</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>loaded</source>
            <translation>aus Datei geladen</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>computed</source>
            <translation>berechnet</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>kept</source>
            <translation>aus früherem Lauf</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>kept in part, computed in part</source>
            <translation>teils aus früherem Lauf, teils berechnet</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>{path} holds values of {value:.3g} in band {band}, which cannot be balanced: declare them as NODATA if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation>{path} enthält Werte von {value:.3g} in Kanal {band}, die sich nicht angleichen lassen: als NODATA deklarieren, falls sie fehlende Pixel kennzeichnen, oder das Bild in eine andere Einheit bringen (Rasterrechner).</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>units of the scale and offset tags</source>
            <translation>Einheiten der Skalierungs- und Offset-Angaben</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>statistics</source>
            <translation>Statistiken</translation>
        </message>
        <message>
            <location filename="../core/statistics/sums.py" />
            <source>stored values</source>
            <translation>gespeicherte Werte</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>All bands</source>
            <translation>Alle Kanäle</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Band {}</source>
            <translation>Kanal {}</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Not set</source>
            <translation>Nicht gesetzt</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Panel</source>
            <translation>Bedienfeld</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Evenlight panel: see balanced images before they are written</source>
            <translation>Evenlight-Bedienfeld: angeglichene Bilder sehen, bevor sie geschrieben werden</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Open the report</source>
            <translation>Den Bericht öffnen</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Overall: gain and offset</source>
            <translation>&amp;Insgesamt: Gain und Offset</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>One gain and one offset for each image and band</source>
            <translation>Ein Gain und ein Offset für jedes Bild und jeden Kanal</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Block by block</source>
            <translation>Block für B&amp;lock</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Evens differences that vary inside the images, such as light</source>
            <translation>Gleicht Unterschiede aus, die innerhalb der Bilder schwanken, etwa das Licht</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Strength in percent</source>
            <translation>Stärke in Prozent</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;More settings…</source>
            <translation>Wei&amp;tere Einstellungen…</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>All settings of Balance, filled in as they are now</source>
            <translation>Alle Einstellungen von „Farben angleichen“, ausgefüllt, wie sie jetzt sind</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Each image becomes a file of its own</source>
            <translation>Jedes Bild wird eine eigene Datei</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>GeoTIFF (*.tif)</source>
            <translation>GeoTIFF (*.tif)</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>File of the mosaic</source>
            <translation>Datei des Mosaiks</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Show the seams on the map</source>
            <translation>Nähte auf der Karte zeigen</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>About where they will run, found on larger pixels</source>
            <translation>Etwa dort, wo sie verlaufen werden, auf größeren Pixeln gefunden</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>A page beside the results, with figures and what to do</source>
            <translation>Eine Seite neben den Ergebnissen, mit Kennzahlen und dem, was zu tun ist</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Also set: {}.</source>
            <translation>Außerdem gesetzt: {}.</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>Python call</source>
            <translation>Python-Aufruf</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>qgis_process command</source>
            <translation>qgis_process-Befehl</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>JSON for qgis_process</source>
            <translation>JSON für qgis_process</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>No raster: {}</source>
            <translation>Kein Raster: {}</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Evenlight</source>
            <translation>Evenlight</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Seams of the preview</source>
            <translation>Nähte der Vorschau</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose two or more images that overlap.</source>
            <translation>Zwei oder mehr Bilder wählen, die sich überlappen.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose at least one correction: overall, or block by block.</source>
            <translation>Mindestens eine Korrektur wählen: insgesamt oder Block für Block.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>written</source>
            <translation>geschrieben</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a file for the mosaic.</source>
            <translation>Eine Datei für das Mosaik wählen.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a folder for the results.</source>
            <translation>Einen Ordner für die Ergebnisse wählen.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>balanced</source>
            <translation>angeglichen</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>On top: {}</source>
            <translation>Zuoberst: {}</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/files.py" />
            <source>Opening {n} images</source>
            <extracomment>For one: Opening {n} image</extracomment>
            <translation>
                <numerusform>{n} Bild wird geöffnet</numerusform>
                <numerusform>{n} Bilder werden geöffnet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Figures on ground that is left out</source>
            <translation>Kennzahlen auf ausgelassenem Boden</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Preview: {n} images</source>
            <extracomment>For one: Preview: {n} image</extracomment>
            <translation>
                <numerusform>Vorschau: {n} Bild</numerusform>
                <numerusform>Vorschau: {n} Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Writing {n} images</source>
            <extracomment>For one: Writing {n} image</extracomment>
            <translation>
                <numerusform>{n} Bild wird geschrieben</numerusform>
                <numerusform>{n} Bilder werden geschrieben</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Evenlight: getting ready</source>
            <translation>Evenlight: wird vorbereitet</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Tick images whose colours are right: they stay, and the others follow them</source>
            <translation>Bilder ankreuzen, deren Farben richtig sind: Sie bleiben, und die anderen folgen ihnen</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlaps nothing</source>
            <translation>Überlappt nichts</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>The colours of {} are right</source>
            <translation>Die Farben von {} sind richtig</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlap group {}</source>
            <translation>Überlappungsgruppe {}</translation>
        </message>
        <message>
            <location filename="../gui/panel/layers.py" />
            <source>Evenlight preview</source>
            <translation>Evenlight-Vorschau</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Figures</source>
            <translation>Kennzahlen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps</source>
            <translation>Überlappungen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Images and their overlap groups</source>
            <translation>Bilder und ihre Überlappungsgruppen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Visible</source>
            <translation>&amp;Sichtbare</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are ticked in the Layers panel</source>
            <translation>Die Rasterlayer hinzufügen, die im Bedienfeld „Layer“ angehakt sind</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Selecte&amp;d</source>
            <translation>Ge&amp;wählte</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are selected in the Layers panel</source>
            <translation>Die Rasterlayer hinzufügen, die im Bedienfeld „Layer“ gewählt sind</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>F&amp;iles…</source>
            <translation>&amp;Dateien…</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add rasters that are not in the project</source>
            <translation>Raster hinzufügen, die nicht im Projekt sind</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Take the selected images out of the list</source>
            <translation>Die gewählten Bilder aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Preview</source>
            <translation>&amp;Vorschau</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show the result as layers; nothing is written</source>
            <translation>Das Ergebnis als Layer zeigen; nichts wird geschrieben</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Stop what is going on (Escape); a preview that is there stays</source>
            <translation>Abbrechen, was gerade läuft (Escape); eine vorhandene Vorschau bleibt</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Disc&amp;ard</source>
            <translation>Verwer&amp;fen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Remove the preview's layers and forget what was read</source>
            <translation>Die Layer der Vorschau entfernen und vergessen, was gelesen wurde</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>S&amp;wipe</source>
            <translation>Wischver&amp;gleich</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>A line in the map to drag: left of it after, right of it before</source>
            <translation>Eine Linie in der Karte zum Ziehen: links davon nachher, rechts davon vorher</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Place of the line between after and before</source>
            <translation>Lage der Linie zwischen nachher und vorher</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Hold: before</source>
            <translation>Halten: vorher</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Shows the images as they are while it is held down (key B)</source>
            <translation>Zeigt die Bilder, wie sie sind, solange gedrückt wird (Taste B)</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Next on top</source>
            <translation>Nächstes nach oben</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Where images lie on each other, shows the next of them (key N)</source>
            <translation>Wo Bilder übereinanderliegen, zeigt das nächste von ihnen (Taste N)</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps of two images</source>
            <translation>Überlappungen je zweier Bilder</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show on &amp;map</source>
            <translation>Auf &amp;Karte zeigen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Footprints, and a link between images that overlap; rejected ones are dashed</source>
            <translation>Umrisse und eine Verbindung zwischen Bildern, die sich überlappen; verworfene sind gestrichelt</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Wri&amp;te</source>
            <translation>Schrei&amp;ben</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Write the results; what the preview has read is not read for it again</source>
            <translation>Die Ergebnisse schreiben; was die Vorschau gelesen hat, wird dafür nicht noch einmal gelesen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Copy as</source>
            <translation>Kopieren als</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Put a command that does the same on the clipboard</source>
            <translation>Einen Befehl, der dasselbe tut, in die Zwischenablage legen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>Evenlight: all settings</source>
            <translation>Evenlight: alle Einstellungen</translation>
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>The value of “{}” cannot be used.</source>
            <translation>Der Wert von „{}“ kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>Larger blocks, solved for without reading the images again; after a preview</source>
            <translation>Größere Blöcke, neu berechnet, ohne die Bilder erneut zu lesen; nach einer Vorschau</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>{} x {} blocks</source>
            <translation>{} x {} Blöcke</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Footprints</source>
            <translation>Umrisse</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees better</source>
            <translation>stimmt besser überein</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees as before</source>
            <translation>stimmt überein wie vorher</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>hardly the same</source>
            <translation>kaum dasselbe</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Evenlight overlaps</source>
            <translation>Evenlight-Überlappungen</translation>
        </message>
        <message>
            <location filename="../gui/panel/seams.py" />
            <source>Preview: seams</source>
            <translation>Vorschau: Nähte</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Evenlight: warnings</source>
            <translation>Evenlight: Warnungen</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Press Preview to see what these settings give.</source>
            <translation>„Vorschau“ drücken, um zu sehen, was diese Einstellungen ergeben.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Reading the images…</source>
            <translation>Bilder werden gelesen…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Solving…</source>
            <translation>Berechnung…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Making layers…</source>
            <translation>Layer werden erstellt…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is of other images or settings: press Preview to read the images again.</source>
            <translation>Die Vorschau gehört zu anderen Bildern oder Einstellungen: „Vorschau“ drücken, um die Bilder neu zu lesen.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Writing the results…</source>
            <translation>Ergebnisse werden geschrieben…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The results were written.</source>
            <translation>Die Ergebnisse wurden geschrieben.</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/status.py" />
            <source>{n} warnings…</source>
            <extracomment>For one: {n} warning…</extracomment>
            <translation>
                <numerusform>{n} Warnung…</numerusform>
                <numerusform>{n} Warnungen…</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Figures are known after a preview.</source>
            <translation>Kennzahlen sind nach einer Vorschau bekannt.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>RMSE in overlaps</source>
            <translation>RMSE in Überlappungen</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>of the contrast</source>
            <translation>des Kontrasts</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Mean difference</source>
            <translation>Mittlere Differenz</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Contrast (ideal 1)</source>
            <translation>Kontrast (ideal 1)</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>On ground left out</source>
            <translation>Auf ausgelassenem Boden</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is shown.</source>
            <translation>Die Vorschau wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>{}, about {} s left</source>
            <translation>{}, noch etwa {} s</translation>
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>not in the mask</source>
            <translation>nicht in der Maske</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/tasks.py" />
            <source>{tool}: {n} rasters</source>
            <extracomment>For one: {tool}: {n} raster</extracomment>
            <translation>
                <numerusform>{tool}: {n} Raster</numerusform>
                <numerusform>{tool}: {n} Raster</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>'{}' is none of Evenlight's algorithms: {}.</source>
            <translation>'{}' ist kein Algorithmus von Evenlight: {}.</translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>{} could not be loaded.</source>
            <translation>{} konnte nicht geladen werden.</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Evenlight: overlapping images agree in colour and become one mosaic. {}</source>
            <translation>Evenlight: Überlappende Bilder in den Farben angleichen und zu einem Mosaik verbinden. {}</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Start here: Balance, or Balance and mosaic.</source>
            <translation>Hier beginnen: „Farben angleichen“ oder „Farben angleichen und Mosaik“.</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Tools: models</source>
            <translation>Werkzeuge: Modelle</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>en</source>
            <translation>de</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Evenlight: {tool}, {counts}</source>
            <translation>Evenlight: {tool}, {counts}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Evenlight, {tool}: {counts}</source>
            <translation>Evenlight, {tool}: {counts}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>How the images lie on each other</source>
            <translation>Wie die Bilder aufeinander liegen</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Shifts</source>
            <translation>Verschiebungen</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The picture is drawn by matplotlib, which is not installed: {how}.</source>
            <translation>Das Bild zeichnet matplotlib, das nicht installiert ist: {how}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>None.</source>
            <translation>Keine.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The run</source>
            <translation>Der Lauf</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Written:</source>
            <translation>Geschrieben:</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Peak</source>
            <translation>Gipfel</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Prominence</source>
            <translation>Prominenz</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Between</source>
            <translation>Zwischen</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Share of pixels</source>
            <translation>Anteil der Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{what} is drawn by matplotlib, which is not installed: {how}.</source>
            <translation>{what} zeichnet matplotlib, das nicht installiert ist: {how}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What stands out</source>
            <translation>Was auffällt</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Before and after</source>
            <translation>Vorher und nachher</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mosaic of the images, {when}</source>
            <translation>Mosaik der Bilder, {when}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Each part of one image</source>
            <translation>Jeder Teil aus einem Bild</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Means of the cells that statistics are taken in, each of one image</source>
            <translation>Mittelwerte der Zellen, in denen Statistiken genommen werden, jede aus einem Bild</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands and both pictures.</source>
            <translation>{kind}, mit einer einzigen Streckung für alle Kanäle und beide Bilder.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands.</source>
            <translation>{kind}, mit einer einzigen Streckung für alle Kanäle.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The mean of all bands, because nothing says which are red, green and blue.</source>
            <translation>Der Mittelwert aller Kanäle, weil nichts sagt, welche Rot, Grün und Blau sind.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The graph of overlaps</source>
            <translation>Den Graphen der Überlappungen</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The picture of footprints</source>
            <translation>Das Bild der Umrisse</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Without overlap, passed on unchanged: {names}.</source>
            <translation>Ohne Überlappung, unverändert weitergegeben: {names}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>row of the overlap</source>
            <translation>Zeile der Überlappung</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>(group {number})</source>
            <translation>(Gruppe {number})</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The other images are in the JSON file.</source>
            <translation>Die übrigen Bilder stehen in der JSON-Datei.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pairs</source>
            <translation>Paare</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Counts</source>
            <translation>Zählt</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first, {number} of {total}; all are in the JSON file and the table.</source>
            <translation>Schlechteste zuerst, {number} von {total}; alle stehen in der JSON-Datei und der Tabelle.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first.</source>
            <translation>Schlechteste zuerst.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The local step is taken as even within each cell; {tool} measures the results themselves.</source>
            <translation>Der lokale Schritt gilt innerhalb jeder Zelle als gleichmäßig; {tool} misst die Ergebnisse selbst.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>How the images agree is not known.</source>
            <translation>Wie die Bilder übereinstimmen, ist nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What is left, cell by cell</source>
            <translation>Was bleibt, Zelle für Zelle</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The map of errors</source>
            <translation>Die Karte der Fehler</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mean spectra</source>
            <translation>Mittlere Spektren</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the images</source>
            <translation>Die Spektren der Bilder</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the overlaps</source>
            <translation>Die Spektren der Überlappungen</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pixel by pixel</source>
            <translation>Pixel für Pixel</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Histograms and scatter plots are drawn by matplotlib, which is not installed: {how}.</source>
            <translation>Histogramme und Streudiagramme zeichnet matplotlib, das nicht installiert ist: {how}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The most visible first: step is the mean difference of both images along the seam, path cost the seam's over any line through the overlap (1 is no better).</source>
            <translation>Die sichtbarsten zuerst: Stufe ist die mittlere Differenz beider Bilder entlang der Naht, Pfadkosten die der Naht zu denen einer beliebigen Linie durch die Überlappung (1 ist nicht besser).</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>In bold: not the default.</source>
            <translation>Fett: nicht die Vorgabe.</translation>
        </message>
    </context>
</TS>
