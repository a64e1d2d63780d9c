package org.torg.kernel.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Message;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.RequestStore.StepRow;
import org.torg.api.store.Transactions.Tx;

/** What people have asked for, and what was decided about them. */
@Component(service = PersonalData.class)
public final class RequestPersonalData implements PersonalData {

    private final RequestStore store;
    private final SealedWords words;
    private final Clock clock;

    @Activate
    public RequestPersonalData(@Reference RequestStore store, @Reference SealedWords words, @Reference Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /** A request as its person gets it. */
    public record Asked(String id, String kind, Content content, State state, Instant askedAt, List<Answer> answers) {}

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
    public List<Asked> export(Tx tx, Subject subject) {
        return rows(tx, subject).stream()
                .map(row -> asked(words.open(tx, row), row.kind()))
                .toList();
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
    }

    private List<RequestRow> rows(Tx tx, Subject subject) {
        return subject instanceof Subject.User person ? store.about(tx, person.user()) : List.of();
    }
}
