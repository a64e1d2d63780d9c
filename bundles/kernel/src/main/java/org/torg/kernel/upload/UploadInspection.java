package org.torg.kernel.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.store.FileStore;
import org.torg.api.store.FileStore.Writing;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.Result;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.FileScanner;
import org.torg.api.upload.Upload;
import org.torg.api.upload.Upload.Stored;
import org.torg.api.upload.UploadId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.upload.format.FileFormats;
import org.torg.kernel.upload.format.WrongContent;

/** Checks a file that has come whole, writes it again without names, and has it scanned. While the scanner is away it waits. */
@Component(service = JobHandler.class)
public final class UploadInspection implements JobHandler {

    static final String KIND = "inspect-upload";
    static final Duration WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(UploadInspection.class);
    private static final Caller SELF = Caller.machine("uploads");
    private static final long CHECKPOINT_EVERY = 8 * 1024 * 1024;

    private final Transactions transactions;
    private final UploadStore store;
    private final FileStore files;
    private final JobStore jobs;
    private final Commands commands;
    private final Scanners scanners;
    private final UploadLimits limits;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public UploadInspection(
            @Reference Transactions transactions,
            @Reference UploadStore store,
            @Reference FileStore files,
            @Reference JobStore jobs,
            @Reference Commands commands,
            @Reference Scanners scanners,
            @Reference UploadLimits limits,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.commands = commands;
        this.scanners = scanners;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UploadId id = new UploadId(run.argument());
        Optional<UploadRow> row = transactions.read(tx -> store.upload(tx, id));
        if (row.isEmpty()) {
            deleteFiles(id);
        } else if (row.get().state() == Upload.State.SCANNING) {
            inspect(run, row.get());
        } else {
            // An earlier try has settled it, and died before the file with the names was gone.
            files.delete(UploadFiles.sent(id));
        }
    }

    /** Of one that was removed meanwhile, or has nothing to keep. */
    private void deleteFiles(UploadId id) {
        files.delete(UploadFiles.sent(id));
        files.delete(UploadFiles.kept(id));
    }

    private void inspect(JobRun run, UploadRow row) {
        String kept = UploadFiles.kept(row.id());
        Stored stored;
        try {
            stored = clean(run, row, kept);
        } catch (WrongContent e) {
            LOG.debug("Upload {} is refused: {}", row.id().value(), e.getMessage());
            refuse(run, row, UploadRefusals.code(e.reason()));
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileScanner.Verdict verdict;
        try {
            verdict = scanners.judge(() -> watched(run, files.open(kept, 0)), stored.size());
        } catch (IOException e) {
            LOG.warn("Upload {} waits for the virus scanner: {}", row.id().value(), Failures.describe(e));
            postpone(run, row);
            return;
        }
        if (verdict != FileScanner.Verdict.CLEAN) {
            LOG.warn("The virus scanner says of upload {}: {}", row.id().value(), verdict);
            refuse(
                    run,
                    row,
                    verdict == FileScanner.Verdict.TOO_LARGE ? UploadRefusals.UNSCANNABLE : UploadRefusals.INFECTED);
            return;
        }
        if (settle(run, row, new Result(Upload.State.READY, Optional.empty(), Optional.of(stored)))) {
            files.delete(UploadFiles.sent(row.id()));
        } else {
            deleteFiles(row.id());
        }
    }

    private Stored clean(JobRun run, UploadRow row, String kept) throws IOException, WrongContent {
        MessageDigest digest = sha256();
        try (Writing file = files.write(kept).orElseThrow(() -> new IOException("another writes it"));
                InputStream sent = watched(run, files.open(UploadFiles.sent(row.id()), 0))) {
            file.cut(0);
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    file.write(bytes, offset, length);
                    digest.update(bytes, offset, length);
                }
            };
            FileFormats.copy(row.type(), sent, out, limits.mostUnpacked());
            file.sync();
            return new Stored(file.size(), HexFormat.of().formatHex(digest.digest()));
        }
    }

    private void refuse(JobRun run, UploadRow row, String code) {
        boolean unused = settle(run, row, new Result(Upload.State.REFUSED, Optional.of(code), Optional.empty()));
        deleteFiles(row.id());
    }

    /** @return false when it was removed meanwhile */
    private boolean settle(JobRun run, UploadRow row, Result result) {
        return commands.<Boolean>run(
                        SELF,
                        "check-upload",
                        () -> Outcome.done(tx -> {
                            run.hold(tx);
                            boolean moved = store.move(
                                    tx,
                                    row.id(),
                                    Upload.State.SCANNING,
                                    result,
                                    clock.now().plus(limits.waiting()));
                            return new Effect<>(moved, row.id().value(), Optional.of(row.account()), List.of());
                        }))
                .orElseThrow();
    }

    /** Not as a failed try, of which there are few. */
    private void postpone(JobRun run, UploadRow row) {
        transactions.change(tx -> {
            run.hold(tx);
            jobs.insert(
                    tx, new Job(ids.next(), KIND, row.id().value(), clock.now().plus(WAIT), 0));
        });
    }

    /** What it holds stays until it expires, in no state in which anybody gets it. */
    @Override
    public void givenUp(Tx tx, String argument) {
        boolean unused = store.move(
                tx,
                new UploadId(argument),
                Upload.State.SCANNING,
                new Result(Upload.State.REFUSED, Optional.of(UploadRefusals.UNCHECKED), Optional.empty()),
                clock.now().plus(limits.waiting()));
    }

    private static InputStream watched(JobRun run, InputStream in) {
        return new FilterInputStream(in) {

            private long unwatched;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int got = super.read(bytes, offset, length);
                unwatched += Math.max(got, 0);
                if (unwatched >= CHECKPOINT_EVERY) {
                    unwatched = 0;
                    run.checkpoint();
                }
                return got;
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
