package org.torg.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.Function;
import org.torg.api.account.Registrations;
import org.torg.api.account.UserId;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.VendorId;

/** One request of each kind; a decided one is {@code decided}, another {@code own}; the right secret is {@code secret}. */
final class SmallRequests implements CustomerRequests, Registrations {

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallRequests(SmallMarket market) {
        this.market = market;
    }

    /** Each key, content, state, page, decision and form that a service was asked for, in their order. */
    List<Object> asked() {
        return asked;
    }

    private static CustomerRequest request(String id, Content content) {
        return new CustomerRequest(
                id,
                content,
                Optional.of(Samples.VENDOR),
                Optional.of(Samples.ACCOUNT),
                Optional.of(Samples.BUYER),
                State.OPEN,
                Samples.NOW,
                List.of(
                        new Step(Samples.NOW, Optional.of(new UserId("staff-1")), State.APPROVED, "Fine"),
                        new Step(Samples.NOW, Optional.empty(), State.OPEN, "")),
                3);
    }

    @Override
    public Outcome<CustomerRequest> ask(Caller caller, Optional<IdempotencyKey> key, Content content) {
        key.ifPresent(asked::add);
        asked.add(content);
        return market.allowed(caller, Function.ACCOUNT_READ, request("request-1", content));
    }

    @Override
    public Outcome<Boolean> askAsStranger(Caller stranger, Content.EmailOnFile content, String address) {
        asked.add(content);
        asked.add(address);
        return market.allowed(stranger, Function.CATALOG_READ, true);
    }

    @Override
    public Outcome<Page<CustomerRequest>> find(Caller caller, Optional<State> state, PageRequest page) {
        state.ifPresent(asked::add);
        asked.add(page);
        return market.allowed(
                caller,
                Function.ACCOUNT_READ,
                new Page<>(
                        List.of(
                                request("r-6", new Content.Joining("A AS", "974760673", "Kari", "kari@a.example")),
                                request(
                                        "r-5",
                                        new Content.EmailOnFile(
                                                Optional.empty(), "A AS", "Kari", "old@a.example", "new@a.example")),
                                request("r-4", new Content.Erasure("")),
                                request("r-3", new Content.Correction("<b>other</b>\nstreet")),
                                request("r-2", new Content.NewEmail("new@a.example")),
                                request(
                                        "r-1",
                                        new Content.NewLocation(
                                                "", Samples.account().billing(), Optional.empty(), ""))),
                        page.after().isPresent() ? Optional.empty() : Optional.of("r-1")));
    }

    @Override
    public Outcome<CustomerRequest> get(Caller caller, String id) {
        return market.allowed(caller, Function.ACCOUNT_READ, request(id, new Content.NewEmail("new@a.example")))
                .flatMap(found ->
                        id.equals("unknown") ? Outcome.refused(Refusal.notFound("request")) : Outcome.done(found));
    }

    @Override
    public Outcome<CustomerRequest> decide(
            Caller caller,
            Optional<IdempotencyKey> key,
            String id,
            Optional<Long> expectedVersion,
            boolean approve,
            String reason,
            Optional<UserId> match) {
        asked.add(Arrays.asList(key, id, expectedVersion, approve, reason, match));
        if (id.equals("own")) {
            return Outcome.refused(Refusal.of(Refusal.Kind.FORBIDDEN, "own-request", "Ask a colleague."));
        }
        return market.allowed(caller, Function.REQUEST_DECIDE, request(id, new Content.Erasure("Please")));
    }

    @Override
    public Map<VendorId, AccountPolicy.Registration> offered() {
        return Map.of(Samples.VENDOR, AccountPolicy.Registration.SELF);
    }

    @Override
    public Outcome<Boolean> register(Caller stranger, Registration registration, String address) {
        asked.add(registration);
        asked.add(address);
        return market.allowed(stranger, Function.CATALOG_READ, true);
    }

    @Override
    public Outcome<Page<Waiting>> waiting(Caller caller, PageRequest page) {
        return Outcome.done(new Page<>(List.of(), Optional.empty()));
    }

    @Override
    public Outcome<UserId> confirm(Caller stranger, String secret, char[] password, String address) {
        asked.add(new String(password));
        return secret.equals("secret")
                ? Outcome.done(Samples.BUYER)
                : Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "secret-invalid", "Ask for a new one."));
    }
}
