package org.torg.api.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.VendorId;

/** How customers come by themselves, where the vendor's {@code AccountPolicy} lets them (D03, H02, L07, L12). */
@ProviderType
public interface Registrations {

    /**
     * The vendors of the tenant with which newcomers can open an account themselves, and on what terms; those that open accounts
     * only themselves are not among them (D03). Everybody may ask.
     */
    Map<VendorId, AccountPolicy.Registration> offered();

    /**
     * Sends a mail with a link to confirm. The answer, and how long it takes, is the same whether the e-mail or the company is
     * known here or not: who has a login already is told so by mail. Refused with {@code registration-closed} where accounts
     * are created by the vendor, {@code registration-invalid}, {@code organisation-number-required} and
     * {@code organisation-number-invalid} for businesses, {@code too-many-tries}.
     *
     * @param address from where the request came, for the throttle
     */
    Outcome<Boolean> register(Caller stranger, Registration registration, String address);

    /**
     * Opens the account with this person as its owner (H05). Where a company with this organisation number is a customer
     * already, the person gets a login without any right, and staff get a request to decide ({@code Content.Joining}).
     * Refused with {@code secret-invalid}, and as {@link Passwords} says.
     */
    default Outcome<UserId> confirm(Caller stranger, String secret, char[] password) {
        return confirm(stranger, secret, password, "");
    }

    /** @param address from where the request came: too many wrong secrets are refused with {@code too-many-tries} */
    Outcome<UserId> confirm(Caller stranger, String secret, char[] password, String address);

    /**
     * Those whose e-mail is not confirmed yet, for the vendors for which the caller has {@code REQUEST_DECIDE} as staff. The
     * newest first; nothing can be decided about them, and they vanish when their link expires. Refused with
     * {@code cursor-invalid}.
     */
    Outcome<Page<Waiting>> waiting(Caller caller, PageRequest page);

    /**
     * Somebody who has registered and not confirmed it: nobody has proved yet that the e-mail is theirs.
     *
     * @param until when the link expires
     */
    record Waiting(String id, VendorId vendor, String company, String name, String email, Instant at, Instant until) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    /** @param vendor may be left out where the tenant has one only */
    record Registration(
            Optional<VendorId> vendor,
            String company,
            Optional<String> organisationNumber,
            Address address,
            String email,
            String name,
            Optional<String> phone,
            String language) {}
}
