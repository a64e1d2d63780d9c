package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.api.event.Event;
import org.torg.api.store.BlobStore;
import org.torg.api.store.ImportStore;
import org.torg.api.store.IndexingStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.pricing.PricePruning;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * The steps of every import: survey the file, judge its rows, then make the good ones visible or none. When an earlier try broke off
 * it starts over from the beginning, or, where rows had begun to become visible in steps, makes the others visible too. It does
 * nothing when that try had already finished.
 */
@Component(service = ImportProcess.class)
public final class ImportProcess {

    static final int CHUNK = 500;
    /** A file with more bad rows is another file than was meant; to go on would cost hours and fill the disk with the report. */
    static final int MOST_REJECTED = 50_000;

    private static final int STEP_TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ImportProcess.class);
    private static final Comparator<ImportReportLine> IN_ORDER =
            Comparator.comparingLong(ImportReportLine::line).thenComparing(ImportReportLine::column);
    private static final Caller JOB = Caller.machine("import");

    private final Transactions transactions;
    private final ImportStore imports;
    private final BlobStore blobs;
    private final VendorRegistry vendors;
    private final Commands commands;
    private final PricePruning pruning;
    private final IndexingStore indexing;
    private final Clock clock;

    @Activate
    public ImportProcess(
            @Reference Transactions transactions,
            @Reference ImportStore imports,
            @Reference BlobStore blobs,
            @Reference VendorRegistry vendors,
            @Reference Commands commands,
            @Reference PricePruning pruning,
            @Reference IndexingStore indexing,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.blobs = blobs;
        this.vendors = vendors;
        this.commands = commands;
        this.pruning = pruning;
        this.indexing = indexing;
        this.clock = clock;
    }

    /** One import as it goes on. */
    private record Going<G>(
            JobRun run, ImportContent<G> content, ImportStatus begun, String blob, ImportProgress progress) {

        ImportId id() {
            return begun.id();
        }

        ImportRequest request() {
            return begun.request();
        }
    }

    <G> void carryOut(JobRun run, ImportContent<G> content) {
        ImportId id = new ImportId(run.argument());
        ImportStatus begun = transactions
                .read(tx -> imports.status(tx, id))
                .orElseThrow(() -> new IllegalStateException("no such import"));
        String blob = transactions
                .read(tx -> imports.blob(tx, id))
                .orElseThrow(() -> new IllegalStateException("an import without a file"));
        if (begun.finishedAt().isEmpty()) {
            boolean decided = hasBegunSteps(begun, content);
            ImportProgress progress = decided ? ImportProgress.judged(begun) : new ImportProgress(begun);
            Going<G> going = new Going<>(run, content, begun, blob, progress);
            try {
                LOG.info("Import {} {}", id.value(), decided ? "goes on" : "begins");
                VendorDescriptor vendor = vendor(going);
                if (decided) {
                    activate(going, vendor, survey(going));
                } else {
                    clean(going);
                    judgeAndActivate(going, vendor);
                }
            } catch (RefusedException e) {
                abort(going, e.refusal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        blobs.delete(blob);
        if (!begun.request().dryRun()) {
            tellMuchHasChanged();
            // What this import has superseded.
            pruning.round(begun.request().vendor(), run::checkpoint);
            content.tidy(begun.request().vendor(), run::checkpoint);
        }
    }

    private static boolean hasBegunSteps(ImportStatus status, ImportContent<?> content) {
        return status.state() == State.ACTIVATING
                && content.inSteps()
                && !status.request().dryRun();
    }

    private VendorDescriptor vendor(Going<?> going) {
        VendorId vendor = going.request().vendor();
        return vendors.find(vendor)
                .map(Vendor::descriptor)
                .orElseThrow(() -> new VendorFailure(vendor, "-", "Vendor", "is not here"));
    }

    private CsvForm survey(Going<?> going) throws IOException {
        return CsvForm.survey(() -> table(going), going.content().numberColumns());
    }

    private InputStream table(Going<?> going) {
        try {
            return going.content().table(blobs.open(going.blob()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until a database that plans by statistics gathers them by itself, it would plan for what was there before. */
    private void tellMuchHasChanged() {
        try {
            transactions.change(indexing::analyse);
        } catch (StoreException e) {
            LOG.warn("The database's statistics stay as they were for now: {}", e.kind());
        }
    }

    /** The last try has failed: nothing became visible, or no more than had before in steps. */
    void givenUp(Tx tx, ImportContent<?> content, ImportId id) {
        Optional<ImportStatus> status =
                imports.status(tx, id).filter(found -> found.finishedAt().isEmpty());
        status.ifPresent(begun -> {
            content.discard(tx, id);
            Refusal failure = hasBegunSteps(begun, content)
                    ? Refusal.of(
                            Refusal.Kind.UNAVAILABLE,
                            "import-incomplete",
                            "The import was given up when a part of its rows was visible. Send the file again.")
                    : Refusal.of(
                            Refusal.Kind.UNAVAILABLE,
                            "import-failed",
                            "The import failed several times and was given up.");
            imports.update(tx, new ImportProgress(begun).aborted(clock.now(), failure));
        });
        // Nobody tries again, even if this transaction fails.
        imports.blob(tx, id).ifPresent(this::deleteGivenUp);
    }

    private void deleteGivenUp(String blob) {
        try {
            blobs.delete(blob);
        } catch (StoreException e) {
            LOG.warn("The file {} of an import that was given up is left behind: {}", blob, e.kind());
        }
    }

    private void clean(Going<?> going) {
        change(going, tx -> {
            imports.clearReport(tx, going.id());
            going.content().discard(tx, going.id());
            imports.update(tx, going.progress().status());
        });
    }

    private <G> void judgeAndActivate(Going<G> going, VendorDescriptor vendor) throws IOException {
        CsvForm form = survey(going);
        ImportColumns columns = going.content().columns(vendor);
        columns.require(form.header());
        report(going, columns.notices(form.header()));
        judge(going, vendor, form);
        long rejected = going.progress().rejected();
        if (rejected > 0 && going.request().onError() == ImportRequest.OnError.ABORT) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "rows-rejected",
                    "{0} rows are bad, so that nothing was imported.",
                    Argument.number(rejected)));
        }
        activate(going, vendor, form);
    }

    private <G> void judge(Going<G> going, VendorDescriptor vendor, CsvForm form) throws IOException {
        ImportContent.Sent sent =
                new ImportContent.Sent(going.request(), () -> blobs.open(going.blob()), going.run()::checkpoint);
        RowReader<G> reader = going.content().judging(vendor, form, sent);
        try (CountedInput in = new CountedInput(table(going))) {
            CsvRows rows = form.rows(in);
            for (List<CsvRow> chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
                going.run().checkpoint();
                Faults faults = new Faults();
                List<G> good = reader.read(chunk, faults);
                going.progress().chunk(in.count(), good.size(), faults.rows());
                store(going, vendor, good, faults.lines());
                refuseWhenHopeless(going.progress().rejected());
            }
        }
    }

    private static void refuseWhenHopeless(long rejected) {
        if (rejected > MOST_REJECTED) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "rows-rejected",
                    "More than {0} rows are bad, so that nothing was imported.",
                    Argument.number(MOST_REJECTED)));
        }
    }

    private <G> void store(Going<G> going, VendorDescriptor vendor, List<G> good, List<ImportReportLine> lines) {
        boolean stages =
                !going.request().dryRun() && !good.isEmpty() && going.content().stages();
        Optional<ImportStatus> told = going.progress().due(clock.now());
        if (stages || !lines.isEmpty() || told.isPresent()) {
            change(going, tx -> {
                reportIn(tx, going, lines);
                if (stages) {
                    going.content().stage(tx, going.id(), vendor, good);
                }
                told.ifPresent(status -> imports.update(tx, status));
            });
        }
    }

    private void report(Going<?> going, List<ImportReportLine> lines) {
        if (!lines.isEmpty()) {
            change(going, tx -> reportIn(tx, going, lines));
        }
    }

    private void reportIn(Tx tx, Going<?> going, List<ImportReportLine> lines) {
        List<ImportReportLine> sorted = lines.stream().sorted(IN_ORDER).toList();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            imports.report(tx, going.id(), sorted.subList(from, Math.min(sorted.size(), from + CHUNK)));
        }
    }

    private <G> void activate(Going<G> going, VendorDescriptor vendor, CsvForm form) {
        going.progress().activating();
        change(going, tx -> imports.update(tx, going.progress().status()));
        boolean dryRun = going.request().dryRun();
        if (going.content().inSteps() && !dryRun) {
            takeSteps(going, vendor, form);
        } else {
            activateAtOnce(going, vendor, form, dryRun);
        }
        LOG.info(
                "Import {} is done: {} rows accepted, {} rejected",
                going.id().value(),
                going.progress().accepted(),
                going.progress().rejected());
    }

    private <G> void activateAtOnce(Going<G> going, VendorDescriptor vendor, CsvForm form, boolean dryRun) {
        finish(going, dryRun ? "finish-dry-run" : "activate-import", () -> {
            RowReader<G> reader = going.content().again(vendor, form);
            return tx -> {
                if (!dryRun) {
                    activateIn(tx, going, vendor, form, reader);
                }
                ImportStatus done = going.progress().done(clock.now());
                imports.update(tx, done);
                return done;
            };
        });
    }

    /**
     * Each step commits by itself. The transaction around them holds nothing but the vendor's turn, and gives it back also when
     * this node dies: of two imports one is visible as a whole before the other begins.
     */
    private <G> void takeSteps(Going<G> going, VendorDescriptor vendor, CsvForm form) {
        ImportContent<G> content = going.content();
        transactions.change(turn -> {
            imports.takeTurn(turn, vendor.id());
            step(going, tx -> content.begin(tx, going.id(), vendor));
            readAgain(going, form, content.again(vendor, form), rows -> {
                going.run().checkpoint();
                if (!rows.isEmpty()) {
                    step(going, tx -> content.step(tx, vendor, rows));
                }
            });
            finish(going, "activate-import", () -> tx -> {
                ImportStatus done = going.progress().done(clock.now());
                imports.update(tx, done);
                return done;
            });
        });
    }

    /** Orders change the same stock: who was in each other's way begins again. */
    private void step(Going<?> going, Transactions.Change step) {
        for (int attempt = 1; ; attempt++) {
            try {
                change(going, step);
                return;
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT || attempt == STEP_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void change(Going<?> going, Transactions.Change change) {
        transactions.change(tx -> {
            going.run().hold(tx);
            change.in(tx);
        });
    }

    private <G> void readAgain(Going<G> going, CsvForm form, RowReader<G> reader, ImportContent.Rows<G> rows) {
        try (InputStream in = table(going)) {
            CsvRows again = form.rows(in);
            for (List<CsvRow> chunk = again.next(CHUNK); !chunk.isEmpty(); chunk = again.next(CHUNK)) {
                rows.take(reader.read(chunk, new Faults()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <G> void activateIn(Tx tx, Going<G> going, VendorDescriptor vendor, CsvForm form, RowReader<G> reader) {
        // Two imports of the same articles would lock them in the order of their files.
        imports.takeTurn(tx, vendor.id());
        going.content().activate(tx, going.id(), vendor, rows -> readAgain(going, form, reader, rows));
    }

    private void abort(Going<?> going, Refusal failure) {
        LOG.info("Import {} is aborted: {}", going.id().value(), failure.code());
        finish(going, "abort-import", () -> tx -> {
            going.content().discard(tx, going.id());
            ImportStatus aborted = going.progress().aborted(clock.now(), failure);
            imports.update(tx, aborted);
            return aborted;
        });
    }

    private void finish(Going<?> going, String command, Supplier<Transactions.Work<ImportStatus>> prepare) {
        Outcome<ImportStatus> finished = commands.run(JOB, command, () -> {
            Transactions.Work<ImportStatus> work = prepare.get();
            return Outcome.done(tx -> {
                going.run().hold(tx);
                ImportStatus status = work.in(tx);
                return new Effect<>(status, going.id().value(), Optional.empty(), events(status));
            });
        });
        if (!finished.isDone()) {
            // Others changed the same articles again and again; the job comes back later.
            throw new IllegalStateException("import not finished: " + finished);
        }
    }

    /** Others are told of what became visible, and of nothing else. */
    private static List<Event> events(ImportStatus status) {
        return status.state() == State.DONE && !status.request().dryRun()
                ? List.of(new Event.ImportFinished(
                        status.request().vendor(), Optional.empty(), status.id(), status.accepted(), status.rejected()))
                : List.of();
    }
}
