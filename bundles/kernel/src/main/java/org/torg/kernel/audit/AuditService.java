package org.torg.kernel.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.order.OrderId;
import org.torg.api.store.AuditStore;
import org.torg.api.store.AuditStore.Actor;
import org.torg.api.store.AuditStore.Filter;
import org.torg.api.store.AuditStore.OrderTrail;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Shows who did what. Ids grow, so that the id of the last entry is the cursor. A customer learns that the vendor's people did
 * something, and not who of them: they answer as the vendor.
 */
@Component(service = AuditTrail.class)
public final class AuditService implements AuditTrail {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final AuditStore store;
    private final IdentityStore identity;
    private final Gate gate;

    @Activate
    public AuditService(
            @Reference Transactions transactions,
            @Reference AuditStore store,
            @Reference IdentityStore identity,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.identity = identity;
        this.gate = gate;
    }

    /**
     * What a caller may see at all.
     *
     * @param account only of this one: the caller is a customer, or acts for one
     * @param vendors only about things of these
     * @param commands only what was done by these
     */
    private record View(Optional<AccountId> account, Optional<Set<VendorId>> vendors, Optional<Set<String>> commands) {}

    @Override
    public Outcome<Page<AuditEntry>> find(Caller caller, Query query, PageRequest page) {
        return named(caller, query, page).map(found -> found.map(Named::entry));
    }

    @Override
    public Outcome<Page<Named>> named(Caller caller, Query query, PageRequest page) {
        Outcome<View> view = view(caller);
        if (view.isDone()
                && page.after().isPresent()
                && !CURSOR.matcher(page.after().get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        return view.map(seen -> transactions.read(tx -> page(tx, seen, query, page)));
    }

    private Outcome<View> view(Caller caller) {
        Optional<Set<VendorId>> confined =
                caller.actingFor().flatMap(Caller.ActingFor::confinedTo).map(Set::of);
        if (caller.account().isPresent()) {
            AccountId own = caller.account().get();
            return gate.require(caller, Function.AUDIT_READ, Scope.of(own))
                    .<Outcome<View>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(new View(
                            Optional.of(own), confined, TrailRights.visible(may(caller, List.of(Scope.of(own)))))));
        }
        if (caller.may(Function.AUDIT_READ, Scope.tenant())) {
            return Outcome.done(
                    new View(Optional.empty(), confined, TrailRights.visible(may(caller, List.of(Scope.tenant())))));
        }
        Set<VendorId> vendors = caller.grants().stream()
                .filter(grant -> grant.function() == Function.AUDIT_READ)
                .flatMap(grant -> grant.scope() instanceof Scope.OfVendor of ? Stream.of(of.vendor()) : Stream.empty())
                .filter(vendor -> !caller.isConfinedFrom(vendor))
                .collect(Collectors.toSet());
        return vendors.isEmpty()
                ? Outcome.refused(gate.require(caller, Function.AUDIT_READ, Scope.tenant())
                        .orElseThrow())
                : Outcome.done(new View(
                        Optional.empty(),
                        Optional.of(vendors),
                        TrailRights.visible(
                                may(caller, vendors.stream().map(Scope::of).toList()))));
    }

    /** Whether the caller has a function in all of these scopes. */
    private static Predicate<Function> may(Caller caller, List<Scope> scopes) {
        return function -> scopes.stream().allMatch(scope -> caller.may(function, scope));
    }

    private Page<Named> page(Tx tx, View view, Query query, PageRequest page) {
        Optional<Filter> filter = filter(tx, view, query);
        if (filter.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        List<AuditEntry> found = store.find(tx, filter.get(), page.after(), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<AuditEntry> entries = more ? found.subList(0, page.limit()) : found;
        Map<String, Actor> actors = store.actors(
                tx,
                entries.stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.subject()), entry.actingFor().stream()))
                        .distinct()
                        .toList());
        return new Page<>(
                entries.stream().map(entry -> named(view, actors, entry)).toList(),
                more ? Optional.of(entries.get(entries.size() - 1).id()) : Optional.empty());
    }

    /** Empty when nothing of it can be the caller's to see. */
    private Optional<Filter> filter(Tx tx, View view, Query query) {
        boolean elsewhere = view.account().isPresent()
                && query.account()
                        .filter(asked -> !view.account().get().equals(asked))
                        .isPresent();
        if (elsewhere
                || (query.subject().isPresent()
                        && isHidden(tx, view, query.subject().get()))) {
            return Optional.empty();
        }
        return Optional.of(new Filter(
                query.target().map(target -> targets(tx, target)),
                view.account().or(query::account),
                query.subject().map(user -> subjects(tx, user)),
                view.vendors(),
                query.command().map(command -> commands(view, command)).or(view::commands),
                query.from(),
                query.until()));
    }

    /** This one, unless it is hidden: nothing is found then. */
    private static Set<String> commands(View view, String command) {
        return view.commands().filter(visible -> !visible.contains(command)).isPresent() ? Set.of() : Set.of(command);
    }

    @Override
    public Outcome<List<String>> commands(Caller caller) {
        return view(caller).map(view -> TrailRights.all()
                .filter(command -> view.commands()
                        .map(visible -> visible.contains(command))
                        .orElse(true))
                .sorted()
                .toList());
    }

    private Set<String> targets(Tx tx, String target) {
        return store.order(tx, new OrderId(target)).map(OrderTrail::targets).orElse(Set.of(target));
    }

    /** The person, also where a program of the person's was at work. */
    private Set<String> subjects(Tx tx, UserId user) {
        return Stream.concat(
                        Stream.of(key(user)),
                        identity.tokens(tx, user).stream().map(ApiToken::id).map(token -> "token:" + token))
                .collect(Collectors.toSet());
    }

    private boolean isHidden(Tx tx, View view, UserId user) {
        return isHidden(
                view, Optional.ofNullable(store.actors(tx, List.of(key(user))).get(key(user))));
    }

    private static boolean isHidden(View view, Optional<Actor> actor) {
        return view.account().isPresent()
                && view.vendors().isEmpty()
                && actor.filter(person -> person.staff()
                                && !person.accounts().contains(view.account().get()))
                        .isPresent();
    }

    private static String key(UserId user) {
        return new Caller.Subject.Person(user).key();
    }

    private static Named named(View view, Map<String, Actor> actors, AuditEntry entry) {
        Optional<Actor> actor = Optional.ofNullable(actors.get(entry.subject()));
        boolean hidden = isHidden(view, actor);
        return new Named(
                hidden ? by(STAFF, entry) : entry,
                hidden ? Optional.empty() : actor.map(Actor::name),
                entry.actingFor()
                        .flatMap(person -> Optional.ofNullable(actors.get(person)))
                        .map(Actor::name));
    }

    private static AuditEntry by(String subject, AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                subject,
                entry.actingFor(),
                entry.account(),
                entry.channel(),
                entry.requestId(),
                entry.command(),
                entry.target());
    }
}
