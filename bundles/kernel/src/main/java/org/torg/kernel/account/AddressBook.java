package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;

/** The entries of an account's address book: who is offered which, and how it changes. */
public final class AddressBook {

    static final int MOST = 200;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AddressBook() {}

    /**
     * The account as this caller sees it. Who has rights at some locations only is offered their entries and those of the
     * account as a whole. Entries of the location that was chosen stand first; the first of all is taken when an order names
     * none.
     */
    public static Account seenBy(Caller caller, Account account) {
        if (account.deliveries().stream().allMatch(entry -> entry.location().isEmpty())) {
            return account;
        }
        List<DeliveryAddress> offered = account.deliveries().stream()
                .filter(entry -> isOffered(caller, account, entry))
                .sorted(Comparator.comparing(entry ->
                        caller.location().isEmpty() || !entry.location().equals(caller.location())))
                .toList();
        return AccountChange.withBook(account, offered, account.version());
    }

    private static boolean isOffered(Caller caller, Account account, DeliveryAddress entry) {
        return entry.location().isEmpty()
                || reaches(caller, account.id(), entry.location().get());
    }

    /** Whether the caller has any right at a location, or is staff. */
    static boolean reaches(Caller caller, AccountId account, LocationId location) {
        Scope at = new Scope.OfLocation(account, location);
        List<Scope> own = caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .map(Grant::scope)
                .filter(scope -> scope.covers(Scope.of(account))
                        || (scope instanceof Scope.OfLocation of && of.account().equals(account)))
                .toList();
        // Without rights inside the account it is staff who ask.
        return own.isEmpty() || own.stream().anyMatch(scope -> scope.covers(at));
    }

    /** Whether goods go to an entry of the book. */
    public static boolean holds(Account account, Address address) {
        return account.deliveries().stream().anyMatch(entry -> isSame(entry.address(), address));
    }

    /** Whether these are the same place for the same receiver, however they are written. */
    public static boolean isSame(Address one, Address other) {
        return key(one).equals(key(other));
    }

    /** Whose attention is asked for does not change where it goes. */
    private static List<String> key(Address address) {
        return Stream.of(
                        address.name(),
                        address.line1(),
                        address.line2().orElse(""),
                        address.postcode(),
                        address.city(),
                        address.country())
                .map(part -> BLANKS.matcher(part.strip()).replaceAll(" ").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The book with a new entry, or with one changed: it stays where it is unless it becomes the default. */
    static Outcome<List<DeliveryAddress>> put(
            List<DeliveryAddress> book, AddressId id, boolean isNew, NewAddress entry) {
        DeliveryAddress written = new DeliveryAddress(id, entry.label(), entry.address(), entry.location());
        List<DeliveryAddress> changed = new ArrayList<>(book);
        Optional<Integer> place = place(book, id);
        if (isNew) {
            if (book.size() >= MOST) {
                return refused(
                        Refusal.Kind.CONFLICT,
                        "too-many-addresses",
                        "The address book is full. Remove an entry first.");
            }
            changed.add(written);
        } else if (place.isEmpty()) {
            return Outcome.refused(Refusal.notFound("address"));
        } else {
            changed.set(place.get(), written);
        }
        if (entry.isDefault()) {
            changed.remove(written);
            changed.add(0, written);
        }
        return whole(changed);
    }

    static Outcome<List<DeliveryAddress>> remove(List<DeliveryAddress> book, AddressId id) {
        Optional<Integer> place = place(book, id);
        if (place.isEmpty()) {
            return Outcome.refused(Refusal.notFound("address"));
        }
        List<DeliveryAddress> changed = new ArrayList<>(book);
        changed.remove((int) place.get());
        return whole(changed);
    }

    static Optional<DeliveryAddress> entry(List<DeliveryAddress> book, AddressId id) {
        return book.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static Optional<Integer> place(List<DeliveryAddress> book, AddressId id) {
        return entry(book, id).map(book::indexOf);
    }

    /** Everybody of the account is offered something: one entry at least is of no location. */
    private static Outcome<List<DeliveryAddress>> whole(List<DeliveryAddress> book) {
        return book.stream().anyMatch(entry -> entry.location().isEmpty())
                ? Outcome.done(List.copyOf(book))
                : refused(
                        Refusal.Kind.CONFLICT,
                        "last-address",
                        "One address of the account as a whole must stay in the address book.");
    }

    private static <T> Outcome<T> refused(Refusal.Kind kind, String code, String english) {
        return Outcome.refused(Refusal.of(kind, code, english));
    }
}
