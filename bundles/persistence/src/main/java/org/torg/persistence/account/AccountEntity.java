package org.torg.persistence.account;

import java.util.List;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.ExternalId;
import org.torg.api.account.Account;
import org.torg.api.account.Address;
import org.torg.api.account.DeliveryAddress;
import org.torg.persistence.tx.Documents;

@Entity
@Table(name = "account")
@NullUnmarked
class AccountEntity {
    @Id
    private String id;

    @Column(name = "customer_number")
    private String customerNumber;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "organisation_number")
    private String organisationNumber;

    private String country;
    private String language;

    private String phone;
    private boolean verified;
    private long version;
    private String details;

    /** The document in the column of the same name. */
    record Details(
            Address billing,
            List<DeliveryAddress> deliveries,
            List<String> invoiceEmails,
            Map<String, String> preferences,
            List<ExternalId> externalIds) {

        static Details of(Account account) {
            return new Details(
                    account.billing(),
                    account.deliveries(),
                    account.invoiceEmails(),
                    account.preferences(),
                    account.externalIds());
        }
    }

    protected AccountEntity() {}

    AccountEntity(Account account, Documents documents) {
        id = account.id().value();
        customerNumber = account.customerNumber();
        name = account.name();
        nameKey = SearchTerms.key(account.name());
        organisationNumber = account.organisationNumber().orElse(null);
        country = account.country();
        language = account.language();
        phone = account.phone().orElse(null);
        verified = account.verified();
        version = account.version();
        details = documents.write(Details.of(account));
    }
}
