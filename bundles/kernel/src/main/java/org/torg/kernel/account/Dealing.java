package org.torg.kernel.account;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.torg.api.Refusal;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorId;

/**
 * Whose business an account is by the vendors with which it deals: what belongs to it may be seen by the staff of each of them,
 * and is changed only by who has the right for all of them. As long as it deals with none, it is every vendor's.
 */
public final class Dealing {

    private Dealing() {}

    /** Whether the caller has the right for one of the vendors with which an account deals. */
    public static boolean partly(Caller caller, Function function, Collection<VendorId> vendors) {
        return vendors.isEmpty() ? asStaff(caller, function) : vendors.stream().anyMatch(may(caller, function));
    }

    /** Whether the caller has the right for all the vendors with which an account deals. */
    public static boolean wholly(Caller caller, Function function, Collection<VendorId> vendors) {
        return vendors.isEmpty() ? asStaff(caller, function) : vendors.stream().allMatch(may(caller, function));
    }

    private static Predicate<VendorId> may(Caller caller, Function function) {
        return vendor -> caller.may(function, Scope.of(vendor));
    }

    private static boolean asStaff(Caller caller, Function function) {
        return caller.may(function, Scope.tenant())
                || caller.grants().stream()
                        .anyMatch(grant -> grant.function() == function
                                && grant.scope() instanceof Scope.OfVendor
                                && caller.may(function, grant.scope()));
    }

    static List<VendorId> vendors(Collection<Agreement> agreements) {
        return agreements.stream().map(Agreement::vendor).toList();
    }

    /** Why staff of one vendor do not change what is another vendor's, too. */
    public static Refusal othersConcerned() {
        return Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "other-vendors-concerned",
                "This concerns another vendor, too. Only staff with this right for all of them change it.");
    }
}
