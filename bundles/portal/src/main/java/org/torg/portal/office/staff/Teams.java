package org.torg.portal.office.staff;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Function;
import org.torg.api.account.People.Team;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Visit;

/**
 * Whose staff a visitor may manage, and whose is looked at.
 *
 * @param tenant whether the staff of the tenant are among them
 * @param vendor the one that is looked at; empty: the tenant's
 */
public record Teams(boolean tenant, List<VendorDescriptor> vendors, Optional<VendorId> vendor) {

    public Teams {
        vendors = List.copyOf(vendors);
    }

    /** As the query or the form says; else the tenant's, or the first vendor's. A foreign one is refused by the kernel. */
    static Teams of(Visit visit) {
        boolean tenant = visit.caller().may(Function.USER_MANAGE, Scope.tenant());
        List<VendorDescriptor> vendors = visit.vendors(Function.USER_MANAGE);
        Optional<VendorId> said = visit.query()
                .text("vendor")
                .or(() -> visit.form().text("vendor"))
                .filter(id -> id.matches("[a-z][a-z0-9-]{0,39}"))
                .map(VendorId::new);
        Optional<VendorId> first =
                tenant ? Optional.empty() : vendors.stream().findFirst().map(VendorDescriptor::id);
        return new Teams(tenant, vendors, said.or(() -> first));
    }

    public Team chosen() {
        return new Team.Staff(vendor);
    }

    public boolean isChosen(VendorDescriptor one) {
        return vendor.filter(one.id()::equals).isPresent();
    }

    /** As it stands in addresses and forms. */
    public String code() {
        return vendor.map(VendorId::value).orElse("");
    }
}
