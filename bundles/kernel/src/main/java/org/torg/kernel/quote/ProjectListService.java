package org.torg.kernel.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartId;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.order.Cursor;
import org.torg.kernel.order.OrderChanges;
import org.torg.kernel.vendor.VendorRegistry;

/** Opens, edits and copies project lists. Edits of one list queue up at its row, so that none is lost. */
@Component(service = ProjectLists.class)
public final class ProjectListService implements ProjectLists {

    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final ProjectListStore lists;
    private final ListAccess access;
    private final ListLines articles;
    private final ListIntake intake;
    private final ListExchange exchange;
    private final VendorRegistry vendors;

    @Activate
    public ProjectListService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference ProjectListStore lists,
            @Reference ListAccess access,
            @Reference ListLines articles,
            @Reference ListIntake intake,
            @Reference ListExchange exchange,
            @Reference VendorRegistry vendors) {
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.lists = lists;
        this.access = access;
        this.articles = articles;
        this.intake = intake;
        this.exchange = exchange;
        this.vendors = vendors;
    }

    @Override
    public Outcome<ProjectList> create(
            Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor, String name, List<NewLine> lines) {
        return run(caller, key, "create-project-list", List.of(vendor, name, lines), () -> access.here(caller)
                .flatMap(account -> checked(Words.name(name), account))
                .flatMap(account -> vendor(caller, vendor).flatMap(id -> judged(id, lines)
                        .map(judged -> tx -> create(tx, caller, account, id, name, judged)))));
    }

    private Outcome<List<ProjectList.Line>> judged(VendorId vendor, List<NewLine> lines) {
        return lines.size() > MAX_LINES ? Outcome.refused(ListEdit.full()) : articles.judge(vendor, lines);
    }

    private Outcome<VendorId> vendor(Caller caller, Optional<VendorId> named) {
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        Optional<VendorId> meant = named.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        return vendors.resolve(meant).map(found -> found.descriptor().id());
    }

    private Effect<ProjectList> create(
            Tx tx, Caller caller, AccountId account, VendorId vendor, String name, List<ProjectList.Line> lines) {
        UserId owner = caller.user()
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A project list belongs to a person.")));
        if (lists.count(tx, account) >= MAX_LISTS) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "lists-too-many",
                    "An account has at most {0} project lists. Delete one first.",
                    Argument.number(MAX_LISTS)));
        }
        Instant now = clock.now();
        ProjectList list = new ProjectList(
                new ProjectListId(ids.next()), vendor, account, caller.location(), owner, name, List.of(), 1, now, now);
        lists.insert(tx, with(list, ListEdit.first(lines)));
        return effect(tx, list.id());
    }

    private static ProjectList with(ProjectList list, List<ProjectList.Line> lines) {
        return new ProjectList(
                list.id(),
                list.vendor(),
                list.account(),
                list.location(),
                list.owner(),
                list.name(),
                lines,
                list.version(),
                list.createdAt(),
                list.changedAt());
    }

    @Override
    public Outcome<Page<Overview>> find(Caller caller, Optional<VendorId> vendor, PageRequest page) {
        return access.account(caller).flatMap(account -> Cursor.of(page).map(after -> {
            if (vendor.filter(caller::isConfinedFrom).isPresent()) {
                return new Page<>(List.of(), Optional.empty());
            }
            ProjectListStore.Filter filter = filter(caller, account, vendor);
            List<Overview> found =
                    transactions.read(tx -> lists.find(tx, filter, after.map(ProjectListId::new), page.limit() + 1));
            return Cursor.page(found, page, overview -> overview.list().id().value());
        }));
    }

    private static ProjectListStore.Filter filter(Caller caller, AccountId account, Optional<VendorId> vendor) {
        return new ProjectListStore.Filter(
                account,
                vendor.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo)),
                ListAccess.locations(caller, account));
    }

    @Override
    public Outcome<Integer> count(Caller caller) {
        return access.account(caller)
                .map(account -> filter(caller, account, Optional.empty()))
                .map(filter -> transactions.read(tx -> lists.count(tx, filter)));
    }

    @Override
    public Outcome<ProjectList> get(Caller caller, ProjectListId id) {
        return access.read(caller, id);
    }

    @Override
    public Outcome<ProjectList> rename(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            String name) {
        return run(caller, key, "rename-project-list", List.of(id, expectedVersion, name), () -> access.read(caller, id)
                .flatMap(list -> checked(Words.name(name), list))
                .map(list -> tx -> {
                    expected(access.lock(tx, caller, id), expectedVersion);
                    lists.rename(tx, id, name);
                    return touched(tx, id);
                }));
    }

    @Override
    public Outcome<ProjectListId> delete(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion) {
        return commands.run(
                caller,
                key,
                "delete-project-list",
                List.of(id, expectedVersion),
                target -> Outcome.done(new ProjectListId(target)),
                () -> access.read(caller, id).map(list -> tx -> {
                    ProjectList locked = expected(access.lock(tx, caller, id), expectedVersion);
                    lists.delete(tx, id);
                    return new Effect<>(id, id.value(), Optional.of(locked.account()), List.of());
                }));
    }

    @Override
    public Outcome<ProjectList> add(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<NewLine> lines) {
        return run(caller, key, "add-project-lines", List.of(id, lines), () -> access.read(caller, id)
                .flatMap(list -> judged(list.vendor(), lines))
                .map(judged -> tx -> effect(intake.take(tx, caller, id, judged).list())));
    }

    @Override
    public Outcome<ProjectList> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers,
            Optional<String> note) {
        return run(
                caller,
                key,
                "change-project-line",
                List.of(id, expectedVersion, line, quantity, answers, note),
                () -> access.read(caller, id)
                        .flatMap(list -> checked(
                                (quantity == 0 ? Optional.<Refusal>empty() : ListLines.quantity(quantity, "/quantity"))
                                        .or(() -> note.flatMap(text -> Words.note(text, "/note"))),
                                list))
                        .flatMap(list -> configured(list, line, answers))
                        .map(configuration -> tx -> {
                            ProjectList locked = expected(access.lock(tx, caller, id), expectedVersion);
                            ProjectList.Line old = ListEdit.line(locked, line)
                                    .orElseThrow(() -> new RefusedException(Refusal.notFound("line")));
                            if (quantity == 0) {
                                lists.deleteLines(tx, id, List.of(line));
                            } else {
                                lists.changeLine(
                                        tx,
                                        id,
                                        new ProjectList.Line(
                                                line, old.sku(), quantity, configuration.or(old::configuration), note));
                            }
                            return touched(tx, id);
                        }));
    }

    /** Other answers of a line; empty where none are given. */
    private Outcome<Optional<Configuration>> configured(ProjectList list, LineId line, Optional<Answers> answers) {
        if (answers.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return ListEdit.line(list, line)
                .map(old -> articles.judge(list.vendor(), old.sku(), answers.get()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("line")));
    }

    @Override
    public Outcome<CartFilled> fillCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<LineId> lines, Optional<CartId> cart) {
        return exchange.fillCart(caller, key, id, lines, cart);
    }

    @Override
    public Outcome<ListFilled> addFromCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, CartId cart, List<LineId> lines) {
        return exchange.addFromCart(caller, key, id, cart, lines);
    }

    @Override
    public Outcome<ProjectList> transfer(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId from,
            ProjectListId to,
            List<LineId> lines,
            boolean keep) {
        return run(
                caller, key, "transfer-project-lines", List.of(from, to, lines, keep), () -> access.read(caller, from)
                        .flatMap(source -> access.read(caller, to)
                                .flatMap(target -> checked(vendors(source, target), target))
                                .map(target -> tx -> effect(intake.transfer(tx, caller, from, to, lines, keep)))));
    }

    private static Optional<Refusal> vendors(ProjectList source, ProjectList target) {
        return source.vendor().equals(target.vendor())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE, "list-vendor-differs", "The two lists are of different vendors."));
    }

    @Override
    public Outcome<ProjectList> copy(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, String name) {
        return run(caller, key, "copy-project-list", List.of(id, name), () -> access.here(caller)
                .flatMap(account -> access.read(caller, id)
                        .flatMap(list -> checked(Words.name(name), list))
                        .map(list -> tx ->
                                create(tx, caller, account, list.vendor(), name, new ArrayList<>(list.lines())))));
    }

    private Outcome<ProjectList> run(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Object request,
            Supplier<Outcome<Change<ProjectList>>> prepare) {
        return commands.run(caller, key, name, request, target -> get(caller, new ProjectListId(target)), prepare);
    }

    private Effect<ProjectList> touched(Tx tx, ProjectListId id) {
        lists.touch(tx, id, clock.now());
        return effect(tx, id);
    }

    private Effect<ProjectList> effect(Tx tx, ProjectListId id) {
        return effect(lists.list(tx, id).orElseThrow(() -> new RefusedException(ListAccess.notFound())));
    }

    private static Effect<ProjectList> effect(ProjectList list) {
        return new Effect<>(list, list.id().value(), Optional.of(list.account()), List.of());
    }

    private static <T> Outcome<T> checked(Optional<Refusal> refusal, T value) {
        return refusal.<Outcome<T>>map(Outcome::refused).orElseGet(() -> Outcome.done(value));
    }

    private static ProjectList expected(ProjectList locked, Optional<Long> version) {
        if (version.isPresent() && version.get() != locked.version()) {
            throw new RefusedException(OrderChanges.versionChanged());
        }
        return locked;
    }
}
