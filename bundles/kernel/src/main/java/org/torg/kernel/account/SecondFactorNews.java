package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.Membership;
import org.torg.api.account.Scope;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.TokenWithdrawal.Told;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.vendor.VendorRegistry;

/** Tells people by mail that their second factor has changed, in the name under which they know the place. */
@Component(service = SecondFactorNews.class)
public final class SecondFactorNews {

    private final VendorRegistry vendors;
    private final Mailer mailer;

    @Activate
    public SecondFactorNews(@Reference VendorRegistry vendors, @Reference Mailer mailer) {
        this.vendors = vendors;
        this.mailer = mailer;
    }

    /** The person's own vendor, else the tenant's first, by its name. */
    String issuer(List<Membership> memberships, String language) {
        return vendor(memberships)
                .flatMap(vendors::find)
                .or(() -> vendors.present().stream().findFirst())
                .map(Vendor::descriptor)
                .map(descriptor -> descriptor.name().in(Locale.forLanguageTag(language)))
                .orElse("Torg");
    }

    void tell(Tx tx, LoginRow person, List<Membership> memberships) {
        tell(tx, person, memberships, Told.NOTHING);
    }

    void tell(Tx tx, LoginRow person, List<Membership> memberships, Told told) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.text(person.person().name()));
        arguments.add(Argument.text(issuer(memberships, person.person().language())));
        arguments.addAll(told.arguments());
        mailer.queue(
                tx,
                new Letter(
                        Optional.of(person.person().id()),
                        person.email(),
                        vendor(memberships),
                        Optional.empty(),
                        "second-factor-changed",
                        person.person().language(),
                        arguments,
                        Optional.empty()));
    }

    private static Optional<VendorId> vendor(List<Membership> memberships) {
        return memberships.stream()
                .map(Membership::scope)
                .<VendorId>mapMulti((scope, found) -> {
                    if (scope instanceof Scope.OfVendor of) {
                        found.accept(of.vendor());
                    }
                })
                .findFirst();
    }
}
