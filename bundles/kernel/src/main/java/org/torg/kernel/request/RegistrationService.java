package org.torg.kernel.request;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Registrations;
import org.torg.api.account.UserId;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountOpening;
import org.torg.kernel.account.AccountPolicies;
import org.torg.kernel.account.OneTimeSecrets;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.account.SecretTries;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.order.Cursor;
import org.torg.kernel.privacy.AddressKeys;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * How customers come by themselves. A registration is stored whoever it is from; a job finds out what is known of the e-mail
 * and writes to it, so that neither the answer nor its time tells.
 */
@Component(service = Registrations.class)
public final class RegistrationService implements Registrations {

    private final Transactions transactions;
    private final RequestStore store;
    private final JobStore jobs;
    private final PeopleStore people;
    private final VendorRegistry vendors;
    private final AccountPolicies policies;
    private final AccountOpening opening;
    private final Admission admission;
    private final OneTimeSecrets secrets;
    private final SealedWords words;
    private final AddressKeys addresses;
    private final FormThrottle throttle;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;
    private final SecretTries tries;
    private final RequestAccess access;

    @Activate
    public RegistrationService(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference JobStore jobs,
            @Reference PeopleStore people,
            @Reference VendorRegistry vendors,
            @Reference AccountPolicies policies,
            @Reference AccountOpening opening,
            @Reference Admission admission,
            @Reference OneTimeSecrets secrets,
            @Reference SealedWords words,
            @Reference AddressKeys addresses,
            @Reference FormThrottle throttle,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge,
            @Reference SecretTries tries,
            @Reference RequestAccess access) {
        this.transactions = transactions;
        this.store = store;
        this.jobs = jobs;
        this.people = people;
        this.vendors = vendors;
        this.policies = policies;
        this.opening = opening;
        this.admission = admission;
        this.secrets = secrets;
        this.words = words;
        this.addresses = addresses;
        this.throttle = throttle;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
        this.tries = tries;
        this.access = access;
    }

    @Override
    public Map<VendorId, AccountPolicy.Registration> offered() {
        Map<VendorId, AccountPolicy.Registration> offered = new TreeMap<>(Comparator.comparing(VendorId::value));
        for (Vendor vendor : vendors.present()) {
            VendorId id = vendor.descriptor().id();
            AccountPolicy.Registration terms = policies.policy(id).registration();
            if (terms != AccountPolicy.Registration.BY_VENDOR) {
                offered.put(id, terms);
            }
        }
        return Collections.unmodifiableMap(offered);
    }

    @Override
    public Outcome<Boolean> register(Caller stranger, Registration form, String address) {
        Optional<Refusal> refusal = RegistrationRules.objection(form).or(() -> throttle.begin(form.email(), address));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return vendors.resolve(form.vendor())
                .map(vendor -> vendor.descriptor().id())
                .flatMap(vendor -> RegistrationRules.accept(form, policies.policy(vendor))
                        .flatMap(accepted -> store(stranger, vendor, accepted)));
    }

    private Outcome<Boolean> store(Caller stranger, VendorId vendor, Registration form) {
        Outcome<Boolean> stored =
                commands.run(stranger, Optional.empty(), "register", "", target -> Outcome.done(true), () -> {
                    String id = ids.next();
                    Instant now = clock.now();
                    Instant end = now.plus(Purpose.REGISTRATION.life());
                    return Outcome.done(tx -> {
                        store.insert(
                                tx,
                                new RegistrationRow(id, vendor, words.seal(tx, id, form), now, end),
                                Optional.of(addresses.of(tx, form.email())));
                        jobs.insert(tx, new Job(ids.next(), RegistrationMail.KIND, id, now, 0));
                        jobs.insert(tx, new Job(ids.next(), RegistrationExpiry.KIND, id, end, 0));
                        return new Effect<>(true, id, Optional.empty(), List.of());
                    });
                });
        nudge.wake();
        return stored;
    }

    @Override
    public Outcome<Page<Waiting>> waiting(Caller caller, PageRequest page) {
        return access.desk(caller).flatMap(vendors -> Cursor.of(page)
                .map(before -> transactions.read(tx -> waiting(
                        tx,
                        Cursor.page(
                                store.registrations(tx, vendors, clock.now(), before, page.limit() + 1),
                                page,
                                RegistrationRow::id)))));
    }

    private Page<Waiting> waiting(Tx tx, Page<RegistrationRow> rows) {
        Map<String, Registration> opened = words.openRegistrations(tx, rows.items());
        List<Waiting> waiting = rows.items().stream()
                .flatMap(row -> Optional.ofNullable(opened.get(row.id())).map(form -> waiting(row, form)).stream())
                .toList();
        return new Page<>(waiting, rows.next());
    }

    private static Waiting waiting(RegistrationRow row, Registration form) {
        return new Waiting(
                row.id(), row.vendor(), form.company(), form.name(), form.email(), row.createdAt(), row.expiresAt());
    }

    @Override
    public Outcome<UserId> confirm(Caller stranger, String secret, char[] password, String address) {
        return tries.from(address, () -> confirmed(stranger, secret, password));
    }

    private Outcome<UserId> confirmed(Caller stranger, String secret, char[] password) {
        return commands.run(
                stranger,
                Optional.empty(),
                "confirm-registration",
                "",
                target -> Outcome.done(new UserId(target)),
                () -> prepare(secret, password));
    }

    private Outcome<Change<UserId>> prepare(String secret, char[] password) {
        Optional<RegistrationRow> row = transactions.read(
                tx -> secrets.subject(tx, Purpose.REGISTRATION, secret).flatMap(id -> store.registration(tx, id)));
        Optional<Registration> form = row.flatMap(found -> transactions.read(tx -> words.open(tx, found)))
                // Somebody may have come by another way since: then there is nothing left to confirm.
                .filter(found ->
                        transactions.read(tx -> people.login(tx, found.email())).isEmpty());
        if (form.isEmpty()) {
            return Outcome.refused(OneTimeSecrets.invalid());
        }
        return opening.passwordHash(password, form.get().email(), form.get().name())
                .map(hash -> tx -> {
                    if (secrets.use(tx, Purpose.REGISTRATION, secret).isEmpty()) {
                        throw new RefusedException(OneTimeSecrets.invalid());
                    }
                    RegistrationRow used = row.orElseThrow();
                    store.deleteRegistration(tx, used.id());
                    words.destroyRegistration(tx, used.id());
                    return admission.admit(tx, used.vendor(), form.get(), hash);
                });
    }
}
