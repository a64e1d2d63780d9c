package org.torg.kernel.account;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.account.Scope;
import org.torg.api.store.AccountStore;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RecipientStore.RecipientRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.privacy.BlindIndex;
import org.torg.kernel.privacy.Vault;

/** Keeps patients and end users sealed, each under a key of its own. */
@Component(service = Recipients.class)
public final class RecipientService implements Recipients {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final RecipientStore store;
    private final AccountStore accounts;
    private final RecipientAccess access;
    private final RecipientSearch search;
    private final Commands commands;
    private final Vault vault;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public RecipientService(
            @Reference Transactions transactions,
            @Reference RecipientStore store,
            @Reference AccountStore accounts,
            @Reference RecipientAccess access,
            @Reference RecipientSearch search,
            @Reference Commands commands,
            @Reference Vault vault,
            @Reference BlindIndex index,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.access = access;
        this.search = search;
        this.commands = commands;
        this.vault = vault;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Outcome<Recipient> add(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        return access.here(caller, Function.RECIPIENT_EDIT)
                .flatMap(here -> right(here, name, reference, identityNumber))
                .flatMap(here -> commands.run(
                        caller,
                        key,
                        "add-recipient",
                        request(key, here.location().value(), name, reference, identityNumber),
                        target -> get(caller, new RecipientId(target)),
                        () -> prepareNew(here, name, reference, identityNumber)));
    }

    /** The same, if this can be kept. */
    private static <T> Outcome<T> right(
            T same, String name, Optional<String> reference, Optional<String> identityNumber) {
        return RecipientContent.objection(name, reference, identityNumber)
                .<Outcome<T>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(same));
    }

    private Outcome<Change<Recipient>> prepareNew(
            Scope.OfLocation here, String name, Optional<String> reference, Optional<String> identityNumber) {
        return country(here).map(country -> {
            RecipientContent content = new RecipientContent(name, reference, identityNumber, country);
            RecipientId id = new RecipientId(ids.next());
            return tx -> {
                RecipientRow row = new RecipientRow(
                        id,
                        here.account(),
                        here.location(),
                        vault.seal(tx, id.value(), content.json()),
                        1,
                        clock.now());
                store.insert(tx, row, words(tx, here.location(), content));
                return new Effect<>(recipient(row, content), id.value(), Optional.of(here.account()), List.of());
            };
        });
    }

    /** What is hashed of a request is kept, and who is named in it could be guessed: it is hashed with a key first. */
    private Set<String> request(
            Optional<IdempotencyKey> key,
            String about,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        String asked = new RecipientContent(name, reference, identityNumber, "").json();
        return key.isPresent()
                ? transactions.write(tx -> index.tokens(tx, "request", about, List.of(asked)))
                : Set.of();
    }

    private Outcome<String> country(Scope.OfLocation here) {
        return transactions
                .read(tx -> accounts.account(tx, here.account()))
                .map(account -> Outcome.done(account.country()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
    }

    @Override
    public Outcome<Recipient> get(Caller caller, RecipientId id) {
        return row(caller, Function.RECIPIENT_READ, id)
                .flatMap(row -> commands.run(
                        caller,
                        Optional.empty(),
                        RecipientSearch.READ,
                        "",
                        target -> Outcome.refused(Refusal.notFound("recipient")),
                        () -> Outcome.done(tx -> new Effect<>(
                                recipient(row, content(tx, row)), id.value(), Optional.of(row.account()), List.of()))));
    }

    @Override
    public Map<RecipientId, String> names(Caller caller, Collection<RecipientId> ids) {
        Set<RecipientId> known =
                ids.stream().filter(id -> ID.matcher(id.value()).matches()).collect(Collectors.toSet());
        if (known.isEmpty()) {
            return Map.of();
        }
        List<RecipientRow> rows = transactions.read(tx -> store.recipients(tx, known));
        Set<RecipientId> denied =
                access.objections(caller, Function.RECIPIENT_READ, rows).keySet();
        return search.names(
                caller, rows.stream().filter(row -> !denied.contains(row.id())).toList());
    }

    @Override
    public Outcome<Page<Recipient>> find(Caller caller, Optional<String> text, PageRequest page) {
        return access.here(caller, Function.RECIPIENT_READ).flatMap(here -> search.find(caller, here, text, page));
    }

    @Override
    public Outcome<Recipient> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            RecipientId id,
            Optional<Long> expectedVersion,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        Supplier<Outcome<Change<Recipient>>> prepare = () -> row(caller, Function.RECIPIENT_EDIT, id)
                .flatMap(before -> prepareEdit(before, expectedVersion, name, reference, identityNumber));
        return row(caller, Function.RECIPIENT_EDIT, id)
                .flatMap(row -> right(row, name, reference, identityNumber))
                .flatMap(row -> commands.run(
                        caller,
                        key,
                        "edit-recipient",
                        request(key, id.value() + expectedVersion, name, reference, identityNumber),
                        target -> get(caller, new RecipientId(target)),
                        prepare));
    }

    private Outcome<Change<Recipient>> prepareEdit(
            RecipientRow before,
            Optional<Long> expectedVersion,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        if (expectedVersion.isPresent() && expectedVersion.get() != before.version()) {
            return Outcome.refused(versionChanged());
        }
        return Outcome.done(tx -> {
            RecipientContent content = new RecipientContent(
                    name, reference, identityNumber, content(tx, before).country());
            String id = before.id().value();
            String sealed = vault.seal(tx, id, content.json());
            if (!store.update(tx, before.id(), before.version(), sealed, words(tx, before.location(), content))) {
                throw new RefusedException(versionChanged());
            }
            RecipientRow after = new RecipientRow(
                    before.id(), before.account(), before.location(), sealed, before.version() + 1, before.createdAt());
            return new Effect<>(recipient(after, content), id, Optional.of(before.account()), List.of());
        });
    }

    private static Refusal versionChanged() {
        return Refusal.of(
                Refusal.Kind.PRECONDITION, "version-changed", "Somebody else changed this since you have seen it.");
    }

    private Outcome<RecipientRow> row(Caller caller, Function function, RecipientId id) {
        Optional<RecipientRow> row =
                ID.matcher(id.value()).matches() ? transactions.read(tx -> store.recipient(tx, id)) : Optional.empty();
        Optional<Refusal> objection = row.isPresent()
                ? access.objection(caller, function, row.get())
                : Optional.of(Refusal.notFound("recipient"));
        return objection.<Outcome<RecipientRow>>map(Outcome::refused).orElseGet(() -> Outcome.done(row.orElseThrow()));
    }

    private RecipientContent content(Tx tx, RecipientRow row) {
        return vault.open(tx, row.id().value(), row.content())
                .map(RecipientContent::read)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("recipient")));
    }

    private Set<String> words(Tx tx, LocationId location, RecipientContent content) {
        return index.tokens(
                tx,
                RecipientSearch.INDEX,
                location.value(),
                NameWords.beginnings(content.name() + " " + content.reference().orElse(""), today()));
    }

    private Recipient recipient(RecipientRow row, RecipientContent content) {
        return new Recipient(
                row.id(),
                row.account(),
                row.location(),
                content.name(),
                content.reference(),
                content.identityNumber(),
                content.warning(today()),
                row.version());
    }

    /** Only the rules of 2032 depend on it. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }
}
