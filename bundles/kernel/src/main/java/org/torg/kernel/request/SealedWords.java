package org.torg.kernel.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.Step;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.json.TorgJson;
import org.torg.kernel.privacy.Vault;

/** What people have written in requests and registrations, sealed under a key of each. */
@Component(service = SealedWords.class)
public final class SealedWords {

    private final Vault vault;
    private final ObjectMapper json = TorgJson.mapper();

    @Activate
    public SealedWords(@Reference Vault vault) {
        this.vault = vault;
    }

    String seal(Tx tx, String request, Content content) {
        return vault.seal(tx, ofRequest(request), write(Content.class, content));
    }

    String reason(Tx tx, String request, String reason) {
        return vault.seal(tx, ofRequest(request), reason);
    }

    String seal(Tx tx, String registration, Registration content) {
        return vault.seal(tx, ofRegistration(registration), write(Registration.class, content));
    }

    /** The request as people see it; without its words when its key was destroyed. */
    CustomerRequest open(Tx tx, RequestRow row) {
        return open(tx, List.of(row)).get(0);
    }

    /** Many at once, in as many look-ups of keys as one of them has texts. */
    List<CustomerRequest> open(Tx tx, List<RequestRow> rows) {
        Map<String, String> contents = new HashMap<>();
        rows.forEach(row -> contents.put(ofRequest(row.id()), row.content()));
        Map<String, String> opened = vault.openAll(tx, contents);
        Map<String, String> reasons = reasons(tx, rows);
        return rows.stream()
                .map(row -> {
                    String plain = opened.get(ofRequest(row.id()));
                    return request(row, plain == null ? erased(row) : read(plain, Content.class), reasons);
                })
                .toList();
    }

    private static Content erased(RequestRow row) {
        return RequestKind.of(row.kind()).erased();
    }

    /** By what is stored of each: those of one step of each request, then of the next, until none has any more. */
    private Map<String, String> reasons(Tx tx, List<RequestRow> rows) {
        Map<String, String> reasons = new HashMap<>();
        int most = rows.stream().mapToInt(row -> row.log().size()).max().orElse(0);
        for (int place = 0; place < most; place++) {
            Map<String, String> closed = new HashMap<>();
            for (RequestRow row : rows) {
                if (place < row.log().size()) {
                    row.log().get(place).reason().ifPresent(reason -> closed.put(ofRequest(row.id()), reason));
                }
            }
            if (!closed.isEmpty()) {
                vault.openAll(tx, closed)
                        .forEach((owner, reason) -> reasons.put(closed.getOrDefault(owner, ""), reason));
            }
        }
        return reasons;
    }

    private static CustomerRequest request(RequestRow row, Content content, Map<String, String> reasons) {
        return new CustomerRequest(
                row.id(),
                content,
                row.vendor(),
                row.account(),
                row.by(),
                row.state(),
                row.askedAt(),
                row.log().stream()
                        .map(step -> new Step(
                                step.at(),
                                step.by(),
                                step.state(),
                                step.note()
                                        .or(() -> step.reason().map(reason -> reasons.getOrDefault(reason, "")))
                                        .orElse("")))
                        .toList(),
                row.version());
    }

    Content content(Tx tx, RequestRow row) {
        return vault.open(tx, ofRequest(row.id()), row.content())
                .map(plain -> read(plain, Content.class))
                .orElseGet(() -> erased(row));
    }

    /** Empty when its key was destroyed. */
    Optional<Registration> open(Tx tx, RegistrationRow row) {
        return vault.open(tx, ofRegistration(row.id()), row.content()).map(plain -> read(plain, Registration.class));
    }

    /** By their ids; without those whose keys were destroyed. */
    Map<String, Registration> openRegistrations(Tx tx, List<RegistrationRow> rows) {
        Map<String, String> contents = new HashMap<>();
        rows.forEach(row -> contents.put(ofRegistration(row.id()), row.content()));
        Map<String, String> opened = vault.openAll(tx, contents);
        Map<String, Registration> registrations = new HashMap<>();
        for (RegistrationRow row : rows) {
            String plain = opened.get(ofRegistration(row.id()));
            if (plain != null) {
                registrations.put(row.id(), read(plain, Registration.class));
            }
        }
        return registrations;
    }

    void destroyRequest(Tx tx, String id) {
        vault.destroy(tx, ofRequest(id));
    }

    void destroyRegistration(Tx tx, String id) {
        vault.destroy(tx, ofRegistration(id));
    }

    private static String ofRequest(String id) {
        return "request:" + id;
    }

    private static String ofRegistration(String id) {
        return "registration:" + id;
    }

    private <T> String write(Class<T> type, T value) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unusable(e);
        }
    }

    private <T> T read(String plain, Class<T> type) {
        try {
            return json.readValue(plain, type);
        } catch (JsonProcessingException e) {
            throw unusable(e);
        }
    }

    /** Without the cause's text, which repeats what people have written. */
    private static IllegalStateException unusable(JsonProcessingException cause) {
        return new IllegalStateException(
                "words that cannot be used: " + cause.getClass().getSimpleName());
    }
}
