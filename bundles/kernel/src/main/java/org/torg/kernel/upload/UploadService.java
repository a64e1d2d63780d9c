package org.torg.kernel.upload;

import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.Recipients;
import org.torg.api.account.Scope;
import org.torg.api.store.FileStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.store.UploadStore.Waiting;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.FileContent;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.vendor.VendorRegistry;

/** Takes files in and hands them out. */
@Component(service = Uploads.class)
public final class UploadService implements Uploads {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final UploadStore store;
    private final FileStore files;
    private final UploadAccess access;
    private final UploadViews views;
    private final UploadLimits limits;
    private final UploadRemoval removal;
    private final PieceIntake intake;
    private final VendorRegistry vendors;
    private final Recipients recipients;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public UploadService(
            @Reference Transactions transactions,
            @Reference UploadStore store,
            @Reference FileStore files,
            @Reference UploadAccess access,
            @Reference UploadViews views,
            @Reference UploadLimits limits,
            @Reference UploadRemoval removal,
            @Reference PieceIntake intake,
            @Reference VendorRegistry vendors,
            @Reference Recipients recipients,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.access = access;
        this.views = views;
        this.limits = limits;
        this.removal = removal;
        this.intake = intake;
        this.vendors = vendors;
        this.recipients = recipients;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public long mostBytes() {
        return limits.mostBytes();
    }

    @Override
    public Outcome<Upload> create(Caller caller, Optional<IdempotencyKey> key, NewUpload file) {
        return access.here(caller)
                .flatMap(here -> commands.run(
                        caller,
                        key,
                        "create-upload",
                        List.of(here, file),
                        target -> get(caller, new UploadId(target)),
                        () -> prepare(caller, here, file)));
    }

    private Outcome<Change<Upload>> prepare(Caller caller, Scope here, NewUpload file) {
        Optional<Refusal> objection = UploadLabels.objection(file.label(), clock.today(ZoneOffset.UTC));
        if (file.size() < 1) {
            objection = Optional.of(UploadRefusals.empty());
        }
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Optional<VendorId> named = file.vendor().or(() -> only(caller));
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        return vendors.resolve(named)
                .map(vendor -> vendor.descriptor().id())
                .flatMap(vendor -> fitting(vendor, file))
                .flatMap(vendor -> knowing(caller, here, file, vendor))
                .map(vendor -> tx -> insert(tx, caller, here, vendor, file));
    }

    /** Staff of one vendor who act for a customer have to do with its files alone. */
    private static Optional<VendorId> only(Caller caller) {
        return caller.actingFor().flatMap(Caller.ActingFor::confinedTo);
    }

    private Outcome<VendorId> fitting(VendorId vendor, NewUpload file) {
        return limits.mostMegabytes(vendor)
                .flatMap(most -> file.size() <= UploadLimits.bytes(most)
                        ? Outcome.done(vendor)
                        : Outcome.refused(UploadRefusals.tooLarge(most)));
    }

    /** Whom it shows is somebody of the same place. */
    private Outcome<VendorId> knowing(Caller caller, Scope here, NewUpload file, VendorId vendor) {
        return file.recipient()
                .map(recipient -> recipients
                        .get(caller, recipient)
                        .flatMap(known -> new Scope.OfLocation(known.account(), known.location()).equals(here)
                                ? Outcome.done(vendor)
                                : Outcome.<VendorId>refused(Refusal.notFound("recipient"))))
                .orElseGet(() -> Outcome.done(vendor));
    }

    private Effect<Upload> insert(Tx tx, Caller caller, Scope here, VendorId vendor, NewUpload file) {
        AccountId account = caller.account().orElseThrow();
        Optional<LocationId> location =
                here instanceof Scope.OfLocation at ? Optional.of(at.location()) : Optional.empty();
        store.takeTurn(tx, account, location);
        Waiting waiting = store.waiting(tx, account, location);
        if (waiting.files() >= limits.waitingFiles() || waiting.bytes() + file.size() > limits.waitingBytes()) {
            throw new RefusedException(UploadRefusals.tooMany());
        }
        String id = ids.next();
        Instant now = clock.now();
        UploadRow row = new UploadRow(
                new UploadId(id),
                account,
                location,
                vendor,
                file.type(),
                views.seal(tx, id, file.label()),
                file.recipient(),
                file.size(),
                0,
                Upload.State.UPLOADING,
                Optional.empty(),
                Optional.empty(),
                0,
                now,
                now.plus(limits.unfinished()));
        store.insert(tx, row, caller.user());
        return new Effect<>(views.of(tx, row), id, Optional.of(account), List.of());
    }

    @Override
    public Outcome<Upload> append(
            Caller caller, UploadId id, long offset, Optional<Checksum> checksum, InputStream piece) {
        return access.own(caller, id)
                .flatMap(row -> row.received() == offset && row.state() == Upload.State.UPLOADING
                        ? intake.take(caller, row, offset, checksum, piece)
                        : Outcome.refused(UploadRefusals.offset(row.received())))
                .flatMap(taken -> get(caller, id));
    }

    @Override
    public Outcome<Upload> get(Caller caller, UploadId id) {
        return access.seen(caller, id).map(this::view);
    }

    private Upload view(UploadRow row) {
        return transactions.read(tx -> views.of(tx, row));
    }

    @Override
    public Outcome<Page<Upload>> list(Caller caller, PageRequest page) {
        if (page.after().filter(after -> !CURSOR.matcher(after).matches()).isPresent()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        return access.here(caller)
                .map(here -> transactions.read(tx -> {
                    List<UploadRow> rows = store.at(
                            tx,
                            caller.account().orElseThrow(),
                            here instanceof Scope.OfLocation at ? Optional.of(at.location()) : Optional.empty(),
                            only(caller),
                            page.after().map(UploadId::new),
                            page.limit() + 1);
                    boolean more = rows.size() > page.limit();
                    List<UploadRow> shown = more ? rows.subList(0, page.limit()) : rows;
                    return new Page<>(
                            shown.stream().map(row -> views.of(tx, row)).toList(),
                            more ? Optional.of(shown.get(shown.size() - 1).id().value()) : Optional.empty());
                }));
    }

    @Override
    public Outcome<Upload> label(Caller caller, Optional<IdempotencyKey> key, UploadId id, Optional<String> label) {
        return access.own(caller, id)
                .flatMap(row -> commands.run(
                        caller,
                        key,
                        "label-upload",
                        List.of(id, label),
                        target -> get(caller, new UploadId(target)),
                        () -> UploadLabels.objection(label, clock.today(ZoneOffset.UTC))
                                .<Outcome<Change<Upload>>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(tx -> labelled(tx, row, label)))));
    }

    private Effect<Upload> labelled(Tx tx, UploadRow row, Optional<String> label) {
        store.label(tx, row.id(), views.seal(tx, row.id().value(), label));
        UploadRow now = store.upload(tx, row.id()).orElseThrow(() -> new RefusedException(UploadRefusals.notFound()));
        return new Effect<>(views.of(tx, now), row.id().value(), Optional.of(row.account()), List.of());
    }

    @Override
    public Outcome<UploadId> remove(Caller caller, Optional<IdempotencyKey> key, UploadId id) {
        Outcome<UploadId> removed =
                commands.run(caller, key, "remove-upload", id, target -> Outcome.done(id), () -> access.own(caller, id)
                        .map(row -> tx -> {
                            if (!store.remove(tx, id, Optional.empty())) {
                                throw new RefusedException(UploadRefusals.attached());
                            }
                            return new Effect<>(id, id.value(), Optional.of(row.account()), List.of());
                        }));
        if (removed.isDone()) {
            removal.of(id);
        }
        return removed;
    }

    @Override
    public Outcome<FileContent> open(Caller caller, UploadId id) {
        return access.seen(caller, id)
                .flatMap(row -> row.state() == Upload.State.READY
                        ? Outcome.done(row)
                        : Outcome.refused(row.refusal()
                                .map(code -> UploadRefusals.stored(code, row.type()))
                                .orElseGet(UploadRefusals::notReady)))
                .flatMap(row -> commands.run(
                        caller,
                        "read-upload",
                        () -> Outcome.done(tx -> new Effect<FileContent>(
                                new Content(views.of(tx, row)), id.value(), Optional.of(row.account()), List.of()))));
    }

    private final class Content implements FileContent {

        private final Upload upload;

        Content(Upload upload) {
            this.upload = upload;
        }

        @Override
        public Upload upload() {
            return upload;
        }

        @Override
        public String fileName() {
            return upload.id().value() + "." + upload.type().extension();
        }

        @Override
        public InputStream from(long from) {
            return files.open(UploadFiles.kept(upload.id()), from);
        }
    }
}
