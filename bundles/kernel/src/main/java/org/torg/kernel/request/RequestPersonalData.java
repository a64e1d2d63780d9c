package org.torg.kernel.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Message;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.RequestStore.StepRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.privacy.AddressKeys;

/** What people have asked for, and what was decided about them. */
@Component(service = PersonalData.class)
public final class RequestPersonalData implements PersonalData {

    private final RequestStore store;
    private final PeopleStore people;
    private final SealedWords words;
    private final AddressKeys addresses;
    private final Clock clock;

    @Activate
    public RequestPersonalData(
            @Reference RequestStore store,
            @Reference PeopleStore people,
            @Reference SealedWords words,
            @Reference AddressKeys addresses,
            @Reference Clock clock) {
        this.store = store;
        this.people = people;
        this.words = words;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A request as its person gets it. */
    public record Asked(String id, String kind, Content content, State state, Instant askedAt, List<Answer> answers) {}

    /** A registration that nobody has confirmed yet. */
    public record Registered(Registration form, Instant createdAt, Instant expiresAt) {}

    /** What was decided, and why. */
    public record Answer(Instant at, State state, String reason) {}

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("privacy.requests.what", "What you have asked us for, and our answers"),
                Message.of("privacy.requests.why", "To do what you asked for, and to know later why"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        List<Record> found = new ArrayList<>();
        rows(tx, subject).forEach(row -> found.add(asked(words.open(tx, row), row.kind())));
        registrations(tx, subject).forEach(row -> words.open(tx, row)
                .ifPresent(form -> found.add(new Registered(form, row.createdAt(), row.expiresAt()))));
        return found;
    }

    private static Asked asked(CustomerRequest request, String kind) {
        return new Asked(
                request.id(),
                kind,
                request.content(),
                request.state(),
                request.askedAt(),
                request.log().stream()
                        .map(step -> new Answer(step.at(), step.state(), step.reason()))
                        .toList());
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Nobody answers any more what is still open. */
    @Override
    public void erase(Tx tx, Subject subject) {
        for (RequestRow row : rows(tx, subject)) {
            if (row.state() == State.OPEN) {
                StepRow step = new StepRow(
                        clock.now(), Optional.empty(), State.DECLINED, Optional.empty(), Optional.of("erased"));
                store.step(tx, row, row.matched(), step);
            }
            words.destroyRequest(tx, row.id());
        }
        for (RegistrationRow row : registrations(tx, subject)) {
            store.deleteRegistration(tx, row.id());
            words.destroyRegistration(tx, row.id());
        }
    }

    private List<RequestRow> rows(Tx tx, Subject subject) {
        Map<String, RequestRow> rows = new LinkedHashMap<>();
        if (subject instanceof Subject.User person) {
            store.about(tx, person.user()).forEach(row -> rows.put(row.id(), row));
        }
        Set<String> keys = keys(tx, subject);
        if (!keys.isEmpty()) {
            store.ofAddress(tx, keys).forEach(row -> rows.put(row.id(), row));
        }
        return List.copyOf(rows.values());
    }

    private List<RegistrationRow> registrations(Tx tx, Subject subject) {
        Set<String> keys = keys(tx, subject);
        return keys.isEmpty() ? List.of() : store.registrations(tx, keys);
    }

    /** Under which forms of somebody without a login stand that name the subject's e-mail. */
    private Set<String> keys(Tx tx, Subject subject) {
        if (subject instanceof Subject.Address address) {
            return Set.of(address.key());
        }
        return subject instanceof Subject.User user
                ? addresses.known(
                        tx,
                        people.person(tx, user.user()).flatMap(PersonRow::email).stream()
                                .toList())
                : Set.of();
    }
}
