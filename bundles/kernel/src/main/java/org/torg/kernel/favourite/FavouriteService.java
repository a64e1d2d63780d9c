package org.torg.kernel.favourite;

import java.time.Instant;
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
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Reuse;
import org.torg.api.configurator.Answers;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.api.store.FavouriteStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.ContactRules;
import org.torg.kernel.cart.CartOpening;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.favourite.FavouriteAccess.Person;
import org.torg.kernel.favourite.FavouriteLines.Unasked;
import org.torg.kernel.order.Cursor;

/** Saves, finds and edits favourites. Edits of one queue up at its row, so that none is lost. */
@Component(service = Favourites.class)
public final class FavouriteService implements Favourites {

    private static final int NAME = 200;

    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final FavouriteStore favourites;
    private final FavouriteAccess access;
    private final FavouriteLines lines;
    private final FavouriteCarts carts;
    private final CartOpening opening;

    @Activate
    public FavouriteService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference FavouriteStore favourites,
            @Reference FavouriteAccess access,
            @Reference FavouriteLines lines,
            @Reference FavouriteCarts carts,
            @Reference CartOpening opening) {
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.favourites = favourites;
        this.access = access;
        this.lines = lines;
        this.carts = carts;
        this.opening = opening;
    }

    @Override
    public Outcome<Favourite> save(
            Caller caller,
            Optional<IdempotencyKey> key,
            Optional<VendorId> vendor,
            String name,
            Sharing sharing,
            List<NewLine> wanted) {
        return run(caller, key, "save-favourite", List.of(vendor, name, sharing, wanted), () -> access.person(caller)
                .flatMap(person -> opening.vendor(caller, vendor)
                        .flatMap(id -> save(
                                caller, person, id, name, sharing, () -> lines.judge(id, wanted, Unasked.REFUSED)))));
    }

    @Override
    public Outcome<Favourite> saveCart(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId cart,
            List<LineId> chosen,
            String name,
            Sharing sharing) {
        return run(caller, key, "save-favourite", List.of(cart, chosen, name, sharing), () -> access.person(caller)
                .flatMap(person -> carts.contents(caller, cart, chosen)
                        .flatMap(contents -> save(
                                caller,
                                person,
                                contents.vendor(),
                                name,
                                sharing,
                                () -> lines.judge(contents.vendor(), contents.lines(), Unasked.LEFT_OUT)))));
    }

    private Outcome<Change<Favourite>> save(
            Caller caller,
            Person person,
            VendorId vendor,
            String name,
            Sharing sharing,
            Supplier<Outcome<List<Favourite.Line>>> judging) {
        return name(name)
                .<Outcome<Optional<LocationId>>>map(Outcome::refused)
                .orElseGet(() -> access.sharing(caller, person.account(), sharing))
                .flatMap(location -> judging.get().map(judged -> tx -> {
                    room(tx, person.account(), sharing, person.user());
                    Instant now = clock.now();
                    Favourite saved = new Favourite(
                            new FavouriteId(ids.next()),
                            vendor,
                            person.account(),
                            Optional.of(person.user()),
                            sharing,
                            location,
                            name,
                            judged,
                            1,
                            now,
                            now);
                    favourites.insert(tx, saved);
                    return effect(saved);
                }));
    }

    private void room(Tx tx, AccountId account, Sharing sharing, UserId owner) {
        Optional<UserId> whose = sharing == Sharing.PERSON ? Optional.of(owner) : Optional.empty();
        if (favourites.count(tx, account, whose) >= MAX_FAVOURITES) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "favourites-too-many",
                    "There are {0} favourites at most. Delete one first.",
                    Argument.number(MAX_FAVOURITES)));
        }
    }

    @Override
    public Outcome<Page<Overview>> find(Caller caller, Query query) {
        return access.person(caller).flatMap(person -> Cursor.of(query.page())
                .map(after -> page(caller, person, query, after.map(FavouriteId::new))));
    }

    private Page<Overview> page(Caller caller, Person person, Query query, Optional<FavouriteId> before) {
        if (query.vendor().filter(caller::isConfinedFrom).isPresent()) {
            return new Page<>(List.of(), Optional.empty());
        }
        FavouriteStore.Filter filter = new FavouriteStore.Filter(
                person.account(),
                person.user(),
                FavouriteAccess.locations(caller, person.account()),
                query.vendor().or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo)),
                query.text().filter(text -> !text.isBlank()),
                query.sku(),
                query.sharing());
        List<Overview> found = transactions.read(
                tx -> favourites.find(tx, filter, before, query.page().limit() + 1));
        return Cursor.page(
                found, query.page(), overview -> overview.favourite().id().value());
    }

    @Override
    public Outcome<Favourite> get(Caller caller, FavouriteId id) {
        return access.read(caller, id);
    }

    @Override
    public Outcome<Favourite> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            String name,
            Sharing sharing) {
        return run(caller, key, "edit-favourite", List.of(id, expectedVersion, name, sharing), () -> access.changeable(
                        caller, id)
                .flatMap(favourite ->
                        name(name).<Outcome<Favourite>>map(Outcome::refused).orElseGet(() -> Outcome.done(favourite)))
                .flatMap(favourite -> location(caller, favourite, sharing))
                .map(location -> tx -> {
                    Favourite locked = access.lock(tx, caller, id, expectedVersion);
                    UserId person = access.person(caller).orElseThrow().user();
                    takeOver(tx, locked, sharing, person);
                    favourites.edit(tx, id, name, sharing, location);
                    return touched(tx, id);
                }));
    }

    /** One that is shared with a location already stays with it, from wherever it is edited. */
    private Outcome<Optional<LocationId>> location(Caller caller, Favourite favourite, Sharing sharing) {
        return favourite.sharing() == sharing
                ? Outcome.done(favourite.location())
                : access.sharing(caller, favourite.account(), sharing);
    }

    private void takeOver(Tx tx, Favourite favourite, Sharing sharing, UserId person) {
        boolean own = favourite.owner().filter(person::equals).isPresent();
        if (sharing == Sharing.PERSON && !own) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.CONFLICT, "favourite-not-own", "Who has shared it alone can take it back."));
        }
        if ((sharing == Sharing.PERSON) != (favourite.sharing() == Sharing.PERSON)) {
            room(tx, favourite.account(), sharing, person);
        }
    }

    @Override
    public Outcome<Favourite> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers) {
        return run(
                caller,
                key,
                "change-favourite-line",
                List.of(id, expectedVersion, line, quantity, answers),
                () -> access.changeable(caller, id)
                        .flatMap(favourite -> line(favourite, line)
                                .flatMap(old -> changed(favourite.vendor(), old, quantity, answers)))
                        .map(changed -> tx -> {
                            Favourite locked = access.lock(tx, caller, id, expectedVersion);
                            Favourite.Line old = line(locked, line).orElseThrow();
                            if (changed.isEmpty()) {
                                remove(tx, locked, line);
                            } else {
                                // Answers that were not given are those of now, whatever somebody else did meanwhile.
                                favourites.changeLine(
                                        tx,
                                        id,
                                        new Favourite.Line(
                                                line,
                                                old.sku(),
                                                quantity,
                                                answers.isEmpty()
                                                        ? old.configuration()
                                                        : changed.get().configuration()));
                            }
                            return touched(tx, id);
                        }));
    }

    private void remove(Tx tx, Favourite locked, LineId line) {
        if (locked.lines().size() == 1) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.CONFLICT, "line-last", "This is its last line. Delete the favourite instead."));
        }
        favourites.deleteLine(tx, locked.id(), line);
    }

    private static Outcome<Favourite.Line> line(Favourite favourite, LineId id) {
        return favourite.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("line")));
    }

    /** Empty for one that goes. */
    private Outcome<Optional<Favourite.Line>> changed(
            VendorId vendor, Favourite.Line old, int quantity, Optional<Answers> answers) {
        if (quantity == 0) {
            return Outcome.done(Optional.empty());
        }
        Optional<Refusal> fault = FavouriteLines.quantity(quantity);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        return answers.isEmpty()
                ? Outcome.done(Optional.of(new Favourite.Line(old.id(), old.sku(), quantity, old.configuration())))
                : lines.judge(vendor, List.of(new NewLine(old.sku(), quantity, answers)), Unasked.REFUSED)
                        .map(judged -> Optional.of(judged.get(0)));
    }

    @Override
    public Outcome<FavouriteId> delete(
            Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Optional<Long> expectedVersion) {
        return commands.run(
                caller,
                key,
                "delete-favourite",
                List.of(id, expectedVersion),
                target -> Outcome.done(new FavouriteId(target)),
                () -> access.changeable(caller, id).map(favourite -> tx -> {
                    Favourite locked = access.lock(tx, caller, id, expectedVersion);
                    favourites.delete(tx, id);
                    return new Effect<>(id, id.value(), Optional.of(locked.account()), List.of());
                }));
    }

    @Override
    public Outcome<Reuse> use(Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Use use) {
        return access.read(caller, id).flatMap(favourite -> carts.use(caller, key, favourite, use));
    }

    private Outcome<Favourite> run(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Object request,
            Supplier<Outcome<Change<Favourite>>> prepare) {
        return commands.run(caller, key, name, request, target -> get(caller, new FavouriteId(target)), prepare);
    }

    private Effect<Favourite> touched(Tx tx, FavouriteId id) {
        favourites.touch(tx, id, clock.now());
        return effect(favourites.favourite(tx, id).orElseThrow());
    }

    private static Effect<Favourite> effect(Favourite favourite) {
        return new Effect<>(favourite, favourite.id().value(), Optional.of(favourite.account()), List.of());
    }

    private static Optional<Refusal> name(String name) {
        String why = "Write 1 to {0} characters of plain text.";
        return ContactRules.text(name, NAME, "/name")
                .map(fault -> Refusal.of(Refusal.Kind.UNPROCESSABLE, "name-invalid", why, Argument.number(NAME))
                        .with(List.of(Refusal.detail("/name", "name-invalid", why, Argument.number(NAME)))));
    }
}
