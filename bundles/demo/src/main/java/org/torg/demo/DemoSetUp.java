package org.torg.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.Membership;
import org.torg.api.account.People;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Imports;
import org.torg.demo.DemoCompany.Branch;
import org.torg.demo.DemoCompany.Person;

/**
 * Fills an empty tenant. Each step carries an idempotency key, so that the whole may be begun again at any point and goes on
 * where it broke off.
 */
final class DemoSetUp {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSetUp.class);

    static final Caller CALLER = Caller.machine(
            "demo", Function.ACCOUNT_MANAGE, Function.USER_MANAGE, Function.CATALOG_IMPORT, Function.PRICE_IMPORT);
    /** Who gives a buyer's rights has them. */
    private static final Caller GIVER = Caller.machine(
            "demo",
            Stream.concat(Stream.of(Function.USER_MANAGE), Role.BUYER.functions().stream())
                    .toArray(Function[]::new));

    private final List<DemoVendor> vendors;
    private final Accounts accounts;
    private final People people;
    private final DemoStaff staff;
    private final Imports imports;
    private final LoginFile logins;
    /** What this node has started already, so that asking how it stands does not send the file again. */
    private final Map<String, ImportId> started = new HashMap<>();

    private boolean peopled;

    /** @param vendors those that the tenant has */
    DemoSetUp(
            List<DemoVendor> vendors,
            Accounts accounts,
            People people,
            DemoStaff staff,
            Imports imports,
            LoginFile logins) {
        this.vendors = vendors;
        this.accounts = accounts;
        this.people = people;
        this.staff = staff;
        this.imports = imports;
        this.logins = logins;
    }

    /**
     * Goes as far as it can.
     *
     * @return what is still awaited; empty when everything is there
     * @throws RefusedException when a step is refused, such as while the vendor is away
     */
    Optional<String> goOn() throws IOException {
        Optional<String> awaited = peopled ? Optional.empty() : administrator();
        if (awaited.isPresent()) {
            return awaited;
        }
        if (!peopled && !people()) {
            // These people are older than the file, or than the time for which replies are kept: nothing is to be done.
            LOG.warn("The tenant has people of the demo whose passwords are not in the file: it is left as it is");
            return Optional.empty();
        }
        peopled = true;
        for (DemoVendor vendor : vendors) {
            for (DemoVendor.Source source : vendor.sources()) {
                awaited = imported(vendor, source);
                if (awaited.isPresent()) {
                    return awaited;
                }
            }
        }
        return Optional.empty();
    }

    /** What is awaited before there is an administrator. */
    private Optional<String> administrator() throws IOException {
        return staff.hasAdministrator()
                ? Optional.empty()
                : staff.claim(
                        DemoCompany.ADMINISTRATOR,
                        logins.password(DemoCompany.ADMINISTRATOR, DemoVendor.LIGHTING.seller()));
    }

    private boolean people() throws IOException {
        if (!logins.knows(DemoCompany.ADMINISTRATOR) || !equip(DemoCompany.ADMINISTRATOR)) {
            return false;
        }
        for (DemoVendor vendor : vendors) {
            for (Person person : vendor.staff()) {
                if (create(vendor, person, Scope.of(vendor.id()), vendor.seller())
                                .isEmpty()
                        || !equip(person)) {
                    return false;
                }
            }
            for (DemoCompany company : vendor.companies()) {
                open(vendor, company);
            }
        }
        return true;
    }

    private boolean equip(Person person) throws IOException {
        boolean equipped = staff.equip(person, logins);
        if (!equipped) {
            logins.forget(person);
        }
        return equipped;
    }

    private void open(DemoVendor vendor, DemoCompany company) throws IOException {
        Account account = accounts.open(
                        CALLER, key("account-" + company.account().customerNumber()), company.account())
                .orElseThrow();
        // Among several vendors an agreement says whose customer it is: their policies are not each other's.
        if (vendors.size() > 1
                || company.tier().isPresent()
                || !company.groups().isEmpty()) {
            accounts.agree(
                            CALLER,
                            key("agreement-" + company.account().customerNumber()),
                            new Agreement(account.id(), vendor.id(), company.tier(), company.groups()))
                    .orElseThrow();
        }
        for (Branch branch : company.branches()) {
            open(account, company, branch);
        }
        for (Person person : company.people()) {
            Optional<UserId> created = create(
                    vendor, person, Scope.of(account.id()), company.account().name());
            if (created.isPresent() && person.shared()) {
                people.setRights(
                                GIVER,
                                key("shared-" + person.email()),
                                new Team.OfAccount(account.id()),
                                created.get(),
                                Optional.empty(),
                                new Rights(person.role(), Set.of(), Set.of(), true))
                        .orElseThrow();
            }
        }
    }

    private void open(Account account, DemoCompany company, Branch branch) {
        String step = company.account().customerNumber() + "-" + branch.number();
        Location location = accounts.addLocation(
                        CALLER,
                        key("location-" + step),
                        account.id(),
                        new NewLocation(
                                branch.number(),
                                branch.name(),
                                branch.address(),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                List.of()))
                .orElseThrow();
        for (DeliveryAddress entry : account.deliveries()) {
            if (entry.address().equals(branch.address())) {
                accounts.putAddress(
                                CALLER,
                                key("address-" + step),
                                account.id(),
                                Optional.empty(),
                                Optional.of(entry.id()),
                                new NewAddress(branch.name(), branch.address(), Optional.of(location.id()), false))
                        .orElseThrow();
            }
        }
    }

    /** Empty when the person has another password than that of the file. */
    private Optional<UserId> create(DemoVendor vendor, Person person, Scope scope, String company) throws IOException {
        char[] password = logins.password(person, company);
        NewUser user = new NewUser(
                person.email(), person.name(), vendor.language(), Set.of(new Membership(person.role(), scope)));
        Outcome<UserId> created = accounts.createUser(CALLER, key("user-" + person.email()), user, password);
        if (created instanceof Outcome.Refused<UserId> refused
                && refused.refusal().code().equals("email-taken")) {
            logins.forget(person);
            return Optional.empty();
        }
        return Optional.of(created.orElseThrow());
    }

    private Optional<String> imported(DemoVendor vendor, DemoVendor.Source source) {
        String file = source.file();
        ImportStatus status = started.containsKey(file)
                ? imports.get(CALLER, started.get(file)).orElseThrow()
                : start(vendor, source);
        started.put(file, status.id());
        return switch (status.state()) {
            case DONE -> Optional.empty();
            case ABORTED ->
                Optional.of(file + " was aborted: "
                        + status.failure().map(refusal -> refusal.code()).orElse("unknown"));
            default -> Optional.of(file + ": " + 100 * status.bytesRead() / Math.max(1, status.bytesTotal()) + " %");
        };
    }

    private ImportStatus start(DemoVendor vendor, DemoVendor.Source source) {
        ImportRequest request = new ImportRequest(source.kind(), vendor.id(), false, ImportRequest.OnError.ABORT);
        try (InputStream csv = DemoSetUp.class.getResourceAsStream(source.file())) {
            if (csv == null) {
                throw new IllegalStateException("the bundle lacks " + source.file());
            }
            return imports.start(CALLER, key(source.file()), request, csv).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<IdempotencyKey> key(String step) {
        return Optional.of(new IdempotencyKey(logins.id() + "-" + step));
    }
}
