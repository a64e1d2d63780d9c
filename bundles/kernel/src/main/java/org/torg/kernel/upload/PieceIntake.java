package org.torg.kernel.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.store.FileStore;
import org.torg.api.store.FileStore.Writing;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.Result;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.Upload;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;

/**
 * Takes one piece of a file. What counts is the length in the database: it is raised only after the bytes are on the disk, every few
 * megabytes and at the end; what lies beyond it in the file is thrown away by the next piece.
 */
@Component(service = PieceIntake.class)
public final class PieceIntake {

    /** Of a piece that breaks off, at most so much is sent twice. */
    static final long SYNC_EVERY = 4 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Transactions transactions;
    private final UploadStore store;
    private final FileStore files;
    private final JobStore jobs;
    private final Commands commands;
    private final UploadLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;

    @Activate
    public PieceIntake(
            @Reference Transactions transactions,
            @Reference UploadStore store,
            @Reference FileStore files,
            @Reference JobStore jobs,
            @Reference Commands commands,
            @Reference UploadLimits limits,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.commands = commands;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
    }

    /** @param seen the upload as it was when the caller was let in; empty when refused for the state of things */
    Outcome<Boolean> take(Caller caller, UploadRow seen, long offset, Optional<Checksum> checksum, InputStream piece) {
        String name = UploadFiles.sent(seen.id());
        Optional<Writing> writing = files.write(name);
        if (writing.isEmpty()) {
            return Outcome.refused(UploadRefusals.locked());
        }
        try (Writing file = writing.get()) {
            // Only now nobody else changes it.
            Optional<UploadRow> row = transactions.read(tx -> store.upload(tx, seen.id()));
            if (row.isEmpty()) {
                files.delete(name);
                return Outcome.refused(UploadRefusals.notFound());
            }
            long there = known(row.get(), file);
            if (row.get().state() != Upload.State.UPLOADING || there != offset) {
                return Outcome.refused(UploadRefusals.offset(there));
            }
            file.cut(offset);
            new Piece(caller, row.get(), file, offset, checksum.map(PieceIntake::digest)).take(piece, checksum);
            return Outcome.done(true);
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.NO_ROOM) {
                throw e;
            }
            return Outcome.refused(UploadRefusals.full());
        }
    }

    /** What the disk has lost, such as by a restored back-up, is sent again. */
    private long known(UploadRow row, Writing file) {
        long there = row.state() == Upload.State.UPLOADING ? Math.min(row.received(), file.size()) : row.received();
        if (there < row.received()) {
            boolean unused = transactions.write(tx -> store.grow(tx, row.id(), row.received(), there, row.expiresAt()));
        }
        return there;
    }

    private static MessageDigest digest(Checksum checksum) {
        try {
            return MessageDigest.getInstance(checksum.algorithm().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One piece on its way to the disk. */
    private final class Piece {

        private final Caller caller;
        private final UploadRow row;
        private final Writing file;
        private final @Nullable MessageDigest digest;
        private long at;
        private long noted;

        Piece(Caller caller, UploadRow row, Writing file, long offset, Optional<MessageDigest> digest) {
            this.caller = caller;
            this.row = row;
            this.file = file;
            this.at = offset;
            this.noted = offset;
            this.digest = digest.orElse(null);
        }

        void take(InputStream piece, Optional<Checksum> checksum) {
            boolean more;
            try {
                more = copy(piece);
            } catch (UncheckedIOException e) {
                if (digest == null) {
                    note();
                }
                throw e;
            }
            if (more) {
                throw new RefusedException(UploadRefusals.tooLong());
            }
            if (digest != null
                    && !HexFormat.of()
                            .formatHex(digest.digest())
                            .equals(checksum.orElseThrow().hex())) {
                throw new RefusedException(UploadRefusals.checksum());
            }
            note();
        }

        /** Answers whether there is more than was announced. */
        private boolean copy(InputStream piece) {
            byte[] buffer = new byte[BUFFER];
            while (at < row.size()) {
                int length = read(piece, buffer, (int) Math.min(BUFFER, row.size() - at));
                if (length < 0) {
                    return false;
                }
                file.write(buffer, 0, length);
                if (digest != null) {
                    digest.update(buffer, 0, length);
                }
                at += length;
                if (digest == null && at - noted >= SYNC_EVERY && at < row.size()) {
                    note();
                }
            }
            return read(piece, buffer, 1) > 0;
        }

        private static int read(InputStream piece, byte[] buffer, int length) {
            try {
                return piece.read(buffer, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void note() {
            if (at == noted) {
                return;
            }
            file.sync();
            if (at == row.size()) {
                finish();
            } else if (!transactions.write(tx -> store.grow(tx, row.id(), noted, at, until()))) {
                throw new RefusedException(UploadRefusals.notFound());
            }
            noted = at;
        }

        private Instant until() {
            return clock.now().plus(limits.unfinished());
        }

        private void finish() {
            Result whole = new Result(Upload.State.SCANNING, Optional.empty(), Optional.empty());
            boolean unused = commands.<Boolean>run(
                            caller,
                            "finish-upload",
                            () -> Outcome.done(tx -> {
                                Instant until = clock.now().plus(limits.waiting());
                                if (!store.grow(tx, row.id(), noted, at, until)
                                        || !store.move(tx, row.id(), Upload.State.UPLOADING, whole, until)) {
                                    throw new RefusedException(UploadRefusals.notFound());
                                }
                                jobs.insert(
                                        tx,
                                        new Job(
                                                ids.next(),
                                                UploadInspection.KIND,
                                                row.id().value(),
                                                clock.now(),
                                                0));
                                return new Effect<>(true, row.id().value(), Optional.of(row.account()), List.of());
                            }))
                    .orElseThrow();
            nudge.wake();
        }
    }
}
