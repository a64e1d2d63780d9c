package org.torg.kernel.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.Transactions.Tx;

/**
 * Finds what was sealed for an e-mail without a login: a keyed hash of the address stands beside it ({@link BlindIndex}). Who
 * reads the database without the key file learns which of these things concern one address, and not which address that is.
 */
@Component(service = AddressKeys.class)
public final class AddressKeys {

    private static final String INDEX = "address";

    private final BlindIndex index;

    @Activate
    public AddressKeys(@Reference BlindIndex index) {
        this.index = index;
    }

    /**
     * To be stored beside what is sealed.
     *
     * @param email compared without case
     * @return 22 characters
     */
    public String of(Tx tx, String email) {
        return index.tokens(tx, INDEX, "", List.of(normal(email))).iterator().next();
    }

    /** By which stored things are found; none while nothing was ever stored. */
    public Set<String> known(Tx tx, Collection<String> emails) {
        return index.known(
                tx, INDEX, "", emails.stream().map(AddressKeys::normal).toList());
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
