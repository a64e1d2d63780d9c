package org.torg.kernel.catalog.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.torg.api.Argument;
import org.torg.api.upload.FileType;
import org.torg.kernel.upload.format.FileFormats;
import org.torg.kernel.upload.format.Uprightness;
import org.torg.kernel.upload.format.WrongContent;

/**
 * Makes pictures in the sizes of pages of what was sent: decoded and written anew, so that nothing of the file remains but what is
 * seen. JPEG and PNG. A picture of more than {@value #MOST_PIXELS} pixels is not decoded; of one that is, at most {@value #READ_PIXELS}
 * are in memory at a time, because rows and columns that no size needs are left out while it is read.
 */
public final class Pictures {

    /** The widths that pages use. */
    static final List<Integer> WIDTHS = List.of(160, 480, 1200);

    private static final long MOST_PIXELS = 25_000_000;
    private static final int MOST_SIDE = 20_000;
    /** A strip would be as wide as asked for, and as high as a tower. */
    private static final int MOST_HEIGHT_PER_WIDTH = 3;
    /** About twice as much as is shown is enough for a good picture. */
    private static final double READ_WIDTH = 2400;

    private static final int READ_PIXELS = 8_000_000;

    private static final float QUALITY = 0.85f;

    private Pictures() {}

    /** @param sizes the smallest first */
    public record Made(FileType type, List<Size> sizes) {}

    /** One size; the bytes are not to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Size(byte[] bytes, int width, int height) {}

    /** @throws UnusableFile {@code picture-unreadable}, {@code picture-too-large} */
    public static Made make(FileType type, byte[] sent) throws UnusableFile {
        try {
            ByteArrayOutputStream clean = new ByteArrayOutputStream(sent.length);
            FileFormats.copy(type, new ByteArrayInputStream(sent), clean, Long.MAX_VALUE);
            byte[] picture = clean.toByteArray();
            BufferedImage read = read(type, picture);
            return new Made(type, sizes(type, Turned.upright(read, Uprightness.of(type, picture))));
        } catch (IOException | WrongContent e) {
            throw unreadable();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // What the JDK's readers throw for files that are broken in ways that they do not know.
            throw unreadable();
        }
    }

    private static UnusableFile unreadable() {
        return new UnusableFile("picture-unreadable", "The picture cannot be read.");
    }

    private static BufferedImage read(FileType type, byte[] picture) throws IOException, UnusableFile {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format(type)).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            // Without metadata: texts in a file may be packed without bound.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) {
                throw new UnusableFile(
                        "picture-too-large",
                        "A picture may have {0} million pixels.",
                        Argument.number(MOST_PIXELS / 1_000_000));
            }
            int every = every(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static int every(int width, int height) {
        long byWidth = Math.round(width / READ_WIDTH);
        long byPixels = (long) Math.ceil(Math.sqrt((double) width * height / READ_PIXELS));
        return (int) Math.max(1, Math.max(byWidth, byPixels));
    }

    private static String format(FileType type) {
        return type == FileType.JPEG ? "jpeg" : "png";
    }

    private static List<Size> sizes(FileType type, BufferedImage read) throws IOException {
        int full = Math.min(read.getWidth(), WIDTHS.get(WIDTHS.size() - 1));
        List<Size> sizes = new ArrayList<>();
        BufferedImage from = read;
        List<Integer> widths =
                new ArrayList<>(WIDTHS.stream().filter(width -> width < full).toList());
        widths.add(full);
        // From the largest down: each is made of the one before, which is quick and smooth.
        for (int i = widths.size() - 1; i >= 0; i--) {
            from = scaled(type, from, widths.get(i));
            sizes.add(0, new Size(written(type, from), from.getWidth(), from.getHeight()));
        }
        return sizes;
    }

    private static BufferedImage scaled(FileType type, BufferedImage picture, int wanted) {
        double scale = Math.min(
                (double) wanted / picture.getWidth(), (double) MOST_HEIGHT_PER_WIDTH * wanted / picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * Math.min(1, scale)));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * Math.min(1, scale)));
        BufferedImage from = picture;
        // Halving keeps what bilinear interpolation over more than two pixels would lose.
        while (from.getWidth() / 2 > width && from.getHeight() / 2 > height) {
            from = drawn(type, from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(type, from, width, height);
    }

    private static BufferedImage drawn(FileType type, BufferedImage from, int width, int height) {
        boolean seeThrough = type == FileType.PNG && from.getColorModel().hasAlpha();
        BufferedImage to =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, width, height, null);
        graphics.dispose();
        return to;
    }

    private static byte[] written(FileType type, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format(type)).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
