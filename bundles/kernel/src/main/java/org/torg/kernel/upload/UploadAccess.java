package org.torg.kernel.upload;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Whose uploads are: those who may fill carts at the place where they are now; and, once an order or a quote refers to them, staff of
 * the vendor who may see patients. Staff who act for a customer are at the customer's place, and must have that right, too; those
 * of one vendor reach nothing of another. To everybody else they do not exist (D19).
 */
@Component(service = UploadAccess.class)
public final class UploadAccess {

    static final Function OWN = Function.CART_EDIT;
    static final Function STAFF = Function.RECIPIENT_READ;

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final List<String> SEEN_BY_STAFF =
            List.of(Attachments.Kind.ORDER.name(), Attachments.Kind.QUOTE.name());

    private final Transactions transactions;
    private final UploadStore store;
    private final Gate gate;

    @Activate
    public UploadAccess(@Reference Transactions transactions, @Reference UploadStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
    }

    /** Where the caller may send files to now, and see those that are there. */
    Outcome<Scope> here(Caller caller) {
        return gate.requireHere(caller, OWN)
                .or(() -> isForCustomer(caller) ? gate.requireHere(caller, STAFF) : Optional.empty())
                .<Outcome<Scope>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(caller.here().orElseThrow()));
    }

    /** One of the place where the caller is. */
    Outcome<UploadRow> own(Caller caller, UploadId id) {
        Optional<UploadRow> row = row(id);
        if (row.isEmpty()
                || !isHere(caller, row.get())
                || caller.isConfinedFrom(row.get().vendor())) {
            return Outcome.refused(UploadRefusals.notFound());
        }
        Scope scope = scope(row.get());
        return gate.require(caller, OWN, scope)
                .or(() -> isForCustomer(caller) ? gate.require(caller, STAFF, scope) : Optional.empty())
                .<Outcome<UploadRow>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(row.get()));
    }

    /** One that the caller may see, as one of its place or as staff. */
    Outcome<UploadRow> seen(Caller caller, UploadId id) {
        Optional<UploadRow> row = row(id);
        return row.isPresent() && isServed(caller, row.get()) ? Outcome.done(row.get()) : own(caller, id);
    }

    private Optional<UploadRow> row(UploadId id) {
        return ID.matcher(id.value()).matches() ? transactions.read(tx -> store.upload(tx, id)) : Optional.empty();
    }

    private static boolean isHere(Caller caller, UploadRow row) {
        return caller.here().filter(scope(row)::equals).isPresent();
    }

    private static Scope scope(UploadRow row) {
        return Scope.of(row.account(), row.location());
    }

    /** Whether the caller sees the files of orders of that place: its own people who are there, and staff. */
    static boolean sees(Caller caller, Attachments.Place place) {
        Scope scope = Scope.of(place.account(), place.location());
        boolean own = caller.here().filter(scope::equals).isPresent()
                && caller.may(OWN, scope)
                && (!isForCustomer(caller) || caller.may(STAFF, scope))
                && !caller.isConfinedFrom(place.vendor());
        return own || serves(caller, place.account(), place.vendor());
    }

    /** Staff who act for a customer fill carts with the customer's right, and see patients only with one of their own. */
    private static boolean isForCustomer(Caller caller) {
        return caller.actingFor()
                .filter(acting -> acting.kind() == Caller.ActingFor.Kind.CUSTOMER)
                .isPresent();
    }

    private static boolean serves(Caller caller, AccountId account, VendorId vendor) {
        return caller.account().filter(own -> !own.equals(account)).isEmpty() && caller.may(STAFF, Scope.of(vendor));
    }

    private boolean isServed(Caller caller, UploadRow row) {
        return serves(caller, row.account(), row.vendor())
                && transactions.read(tx -> store.ownerKinds(tx, row.id())).stream()
                        .anyMatch(SEEN_BY_STAFF::contains);
    }
}
