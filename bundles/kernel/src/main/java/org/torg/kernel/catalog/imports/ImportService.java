package org.torg.kernel.catalog.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Imports;
import org.torg.api.store.BlobStore;
import org.torg.api.store.BlobStore.Blob;
import org.torg.api.store.ImportStore;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.vendor.VendorRegistry;

/** Takes files for import, and tells how they fare. */
@Component(service = Imports.class)
public final class ImportService implements Imports {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");
    private static final List<Function> RIGHTS =
            List.of(Function.CATALOG_IMPORT, Function.PRICE_IMPORT, Function.ACCOUNT_MANAGE);

    private final Transactions transactions;
    private final ImportStore imports;
    private final JobStore jobs;
    private final BlobStore blobs;
    private final VendorRegistry vendors;
    private final Commands commands;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;

    @Activate
    public ImportService(
            @Reference Transactions transactions,
            @Reference ImportStore imports,
            @Reference JobStore jobs,
            @Reference BlobStore blobs,
            @Reference VendorRegistry vendors,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.transactions = transactions;
        this.imports = imports;
        this.jobs = jobs;
        this.blobs = blobs;
        this.vendors = vendors;
        this.commands = commands;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
    }

    /** @param sha256 of the file: a repeat under the same key must bring the same one */
    private record Asked(ImportRequest request, String sha256) {}

    @Override
    public Outcome<ImportStatus> start(
            Caller caller, Optional<IdempotencyKey> key, ImportRequest request, InputStream csv) {
        Optional<Refusal> denied = gate.require(caller, function(request), Scope.of(request.vendor()));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (vendors.resolve(Optional.of(request.vendor())) instanceof Outcome.Refused<Vendor> refused) {
            return Outcome.refused(refused.refusal());
        }
        Blob blob;
        try {
            blob = blobs.put(csv);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.NO_ROOM) {
                throw e;
            }
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.NO_ROOM, "storage-full", "There is no room left to store the file."));
        }
        return queue(caller, key, request, blob);
    }

    private Outcome<ImportStatus> queue(Caller caller, Optional<IdempotencyKey> key, ImportRequest request, Blob blob) {
        ImportId id = new ImportId(ids.next());
        boolean kept = false;
        try {
            if (blob.size() == 0) {
                return Outcome.refused(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "file-empty", "The file has no content."));
            }
            Outcome<ImportStatus> queued = commands.run(
                    caller,
                    key,
                    "start-import",
                    new Asked(request, blob.sha256()),
                    target -> get(caller, new ImportId(target)),
                    () -> Outcome.done(tx -> {
                        ImportStatus status = waiting(id, request, blob);
                        imports.insert(tx, status, blob.id());
                        jobs.insert(tx, new Job(ids.next(), kind(request), id.value(), status.createdAt(), 0));
                        return new Effect<>(status, id.value(), Optional.empty(), List.of());
                    }));
            kept = queued.map(status -> status.id().equals(id)) instanceof Outcome.Done<Boolean> done && done.value();
            return queued;
        } finally {
            if (kept) {
                nudge.wake();
            } else {
                blobs.delete(blob.id());
            }
        }
    }

    private ImportStatus waiting(ImportId id, ImportRequest request, Blob blob) {
        return new ImportStatus(
                id,
                request,
                ImportStatus.State.WAITING,
                blob.size(),
                0,
                0,
                0,
                0,
                clock.now(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Outcome<ImportStatus> get(Caller caller, ImportId id) {
        if (RIGHTS.stream().noneMatch(caller::mayAnywhere)) {
            return gate.requireAnywhere(caller, Function.CATALOG_IMPORT)
                    .<Outcome<ImportStatus>>map(Outcome::refused)
                    .orElseThrow();
        }
        return transactions
                .read(tx -> imports.status(tx, id))
                .filter(status -> caller.may(
                        function(status.request()), Scope.of(status.request().vendor())))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("import")));
    }

    @Override
    public Outcome<Page<ImportStatus>> find(Caller caller, VendorId vendor, PageRequest page) {
        if (RIGHTS.stream().noneMatch(right -> caller.may(right, Scope.of(vendor)))) {
            return Outcome.refused(gate.require(caller, Function.CATALOG_IMPORT, Scope.of(vendor))
                    .orElseThrow());
        }
        if (page.after().isPresent() && !ID.matcher(page.after().get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        List<ImportStatus> found =
                transactions.read(tx -> imports.list(tx, vendor, page.after().map(ImportId::new), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<ImportStatus> shown = more ? found.subList(0, page.limit()) : found;
        return Outcome.done(new Page<>(
                shown.stream()
                        .filter(status -> caller.may(function(status.request()), Scope.of(vendor)))
                        .toList(),
                more ? Optional.of(shown.get(shown.size() - 1).id().value()) : Optional.empty()));
    }

    @Override
    public Outcome<Page<ImportReportLine>> report(Caller caller, ImportId id, PageRequest page) {
        if (page.after().isPresent() && !CURSOR.matcher(page.after().get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        long after = page.after().map(Long::parseLong).orElse(-1L);
        return get(caller, id).map(status -> {
            List<ImportReportLine> lines = transactions.read(tx -> imports.report(tx, id, after, page.limit() + 1));
            boolean more = lines.size() > page.limit();
            return new Page<>(
                    more ? lines.subList(0, page.limit()) : lines,
                    more ? Optional.of(Long.toString(after + page.limit())) : Optional.empty());
        });
    }

    private static Function function(ImportRequest request) {
        return switch (request.kind()) {
            case PRODUCTS, MEDIA, RELATIONS -> Function.CATALOG_IMPORT;
            case PRICES -> Function.PRICE_IMPORT;
            case ACCOUNTS -> Function.ACCOUNT_MANAGE;
        };
    }

    private static String kind(ImportRequest request) {
        return switch (request.kind()) {
            case PRODUCTS -> ProductImport.KIND;
            case PRICES -> PriceImport.KIND;
            case ACCOUNTS -> AccountImport.KIND;
            case MEDIA -> MediaImport.KIND;
            case RELATIONS -> RelationImport.KIND;
        };
    }
}
