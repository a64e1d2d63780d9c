package org.torg.persistence.account;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.Account;
import org.torg.api.account.Address;
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

    @Column(name = "organisation_number")
    private String organisationNumber;

    private String country;
    private String language;

    @Column(name = "invoice_email")
    private String invoiceEmail;

    private String phone;
    private String addresses;

    /** The document in the column of the same name. */
    record Addresses(Address billing, List<Address> deliveries) {}

    protected AccountEntity() {}

    AccountEntity(Account account, Documents documents) {
        id = account.id().value();
        customerNumber = account.customerNumber();
        name = account.name();
        organisationNumber = account.organisationNumber().orElse(null);
        country = account.country();
        language = account.language();
        invoiceEmail = account.invoiceEmail();
        phone = account.phone().orElse(null);
        addresses = documents.write(new Addresses(account.billing(), account.deliveries()));
    }
}
