package org.torg.kernel.upload.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.torg.api.upload.FileType;

/** Holds content against its type, and takes names out of it. */
public final class FileFormats {

    private static final int BUFFER = 64 * 1024;

    private FileFormats() {}

    /**
     * Writes the content again as it may be kept. What was written before a failure is of no use.
     *
     * @param most bytes that an archive may unpack to
     * @throws IOException what the streams throw
     */
    public static void copy(FileType type, InputStream in, OutputStream out, long most)
            throws IOException, WrongContent {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        format(type, most).copy(new Bytes(in), buffered);
        buffered.flush();
    }

    private static FileFormat format(FileType type, long most) {
        return type == FileType.ZIP ? new ZipFormat(most) : plain(type);
    }

    static FileFormat plain(FileType type) {
        return switch (type) {
            case STL -> new StlFormat();
            case PLY -> new PlyFormat();
            case OBJ -> new ObjFormat();
            case PDF -> new PdfFormat();
            case JPEG -> new JpegFormat();
            case PNG -> new PngFormat();
            case ZIP -> throw new IllegalArgumentException("an archive is not plain");
        };
    }
}
