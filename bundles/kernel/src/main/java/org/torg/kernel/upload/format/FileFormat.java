package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;

/** Reads a file of one type to its end and writes it again without what may name somebody, in memory that does not grow with it. */
interface FileFormat {

    void copy(Bytes in, OutputStream out) throws IOException, WrongContent;
}
