package org.torg.kernel.upload;

import java.util.Locale;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Kind;
import org.torg.api.upload.FileType;
import org.torg.kernel.upload.format.WrongContent;

/** Why a file is not taken, and what to do. */
final class UploadRefusals {

    static final String INFECTED = "file-infected";
    static final String UNSCANNABLE = "file-unscannable";
    static final String UNCHECKED = "file-unchecked";

    private UploadRefusals() {}

    static Refusal notFound() {
        return Refusal.notFound("upload");
    }

    static Refusal offset(long received) {
        return Refusal.of(
                Kind.CONFLICT,
                "upload-offset-wrong",
                "Of this file {0} bytes are here. Go on from there.",
                Argument.number(received));
    }

    static Refusal locked() {
        return Refusal.of(
                Kind.CONFLICT, "upload-locked", "Another piece of this file is coming at the moment. Try again.");
    }

    static Refusal tooLong() {
        return Refusal.of(
                Kind.MALFORMED, "upload-too-long", "More bytes came than were announced. Announce the file anew.");
    }

    static Refusal checksum() {
        return Refusal.of(
                Kind.CONFLICT,
                "checksum-mismatch",
                "The piece was damaged on its way and was not kept. Send it again.");
    }

    static Refusal tooLarge(long mostMegabytes) {
        return Refusal.of(
                Kind.UNPROCESSABLE,
                "file-too-large",
                "A file may have {0} MB at most.",
                Argument.number(mostMegabytes));
    }

    static Refusal empty() {
        return Refusal.of(Kind.UNPROCESSABLE, "file-empty", "The file has no content.");
    }

    static Refusal tooMany() {
        return Refusal.of(
                Kind.CONFLICT,
                "uploads-too-many",
                "Too many files of this location wait for an order. Order with them, or remove some.");
    }

    static Refusal full() {
        return Refusal.of(Kind.NO_ROOM, "storage-full", "There is no room left to store the file.");
    }

    static Refusal attached() {
        return Refusal.of(
                Kind.CONFLICT, "upload-attached", "An order or a cart refers to this file. Take it out there first.");
    }

    static Refusal notReady() {
        return Refusal.of(
                Kind.CONFLICT,
                "upload-not-ready",
                "The file has not come whole, or is still being checked. Try later.");
    }

    static Refusal wrongType(FileType type) {
        return Refusal.of(
                Kind.UNPROCESSABLE,
                "upload-type-wrong",
                "A file of type {0} is not asked for here. Upload another one.",
                Argument.text(type.name()));
    }

    /** A scan of one patient never becomes the appliance of another (D19). */
    static Refusal otherRecipient() {
        return Refusal.of(
                Kind.UNPROCESSABLE,
                "upload-other-recipient",
                "This file was uploaded for somebody else. Choose the right file, or the right recipient.");
    }

    static String code(WrongContent.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands in the row of a refused upload, in words. */
    static Refusal stored(String code, FileType type) {
        return switch (code) {
            case "archive-unsafe" ->
                Refusal.of(
                        Kind.UNPROCESSABLE,
                        "archive-unsafe",
                        "The ZIP holds too many files, unpacks to too much, or names places outside itself. Pack only the scans"
                                + " and upload again.");
            case "archive-content" ->
                Refusal.of(
                        Kind.UNPROCESSABLE,
                        "archive-content",
                        "The ZIP holds files of other types than STL, PLY, OBJ, PDF, JPEG and PNG. Take them out and upload"
                                + " again.");
            case INFECTED ->
                Refusal.of(
                        Kind.UNPROCESSABLE,
                        INFECTED,
                        "The virus scanner has found something in this file. Check the computer from which it came.");
            case UNSCANNABLE ->
                Refusal.of(
                        Kind.UNPROCESSABLE,
                        UNSCANNABLE,
                        "The file is more than the virus scanner takes. Upload it in several files, or with fewer triangles.");
            case UNCHECKED ->
                Refusal.of(Kind.UNPROCESSABLE, UNCHECKED, "The file could not be checked. Upload it again.");
            default ->
                Refusal.of(
                        Kind.UNPROCESSABLE,
                        "file-type-mismatch",
                        "The content is not that of a whole {0} file. Export it again, and upload it with the name that the"
                                + " program gives it.",
                        Argument.text(type.name()));
        };
    }
}
