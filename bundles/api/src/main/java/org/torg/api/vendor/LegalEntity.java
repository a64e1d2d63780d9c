package org.torg.api.vendor;

import java.time.ZoneId;
import java.util.Optional;
import org.torg.api.account.Address;

/**
 * A company that sells: what its invoices must say.
 *
 * @param id names its number series
 * @param organisationNumber digits only
 * @param vatNumber as printed, such as {@code NO 999 999 999 MVA}
 * @param registerNote such as {@code Foretaksregisteret}, which Norwegian law asks of a limited company
 * @param zone in which its business dates are reckoned
 * @param payee to whom is paid, where that is not the seller itself (L61)
 * @param bankAccount of the payee
 */
public record LegalEntity(
        String id,
        String name,
        String organisationNumber,
        String vatNumber,
        Optional<String> registerNote,
        Address address,
        ZoneId zone,
        String email,
        String phone,
        Optional<String> payee,
        String bankAccount) {}
