package org.torg.kernel.upload;

import org.torg.api.upload.UploadId;

/** What the files of an upload are called in the file store. */
final class UploadFiles {

    private UploadFiles() {}

    /** As it comes: with all names in it. Goes when it has been checked. */
    static String sent(UploadId id) {
        return id.value() + "-sent";
    }

    /** As it is kept and handed out. */
    static String kept(UploadId id) {
        return id.value() + "-kept";
    }
}
