package org.torg.api.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks. Every service of the kernel takes one and checks it.
 *
 * @param subject the person, job or stranger
 * @param account the buying company for which a person acts now
 * @param location the clinic, shop or branch of it, where one was chosen
 * @param actingFor for whom the person acts, such as staff for a customer (D10, B02)
 * @param grants all rights of the subject
 * @param channel by which door the request came
 * @param requestId goes into audit entries and logs
 * @param language the language of answers
 */
public record Caller(
        Subject subject,
        Optional<AccountId> account,
        Optional<LocationId> location,
        Optional<ActingFor> actingFor,
        Set<Grant> grants,
        Channel channel,
        String requestId,
        Locale language) {

    public enum Channel {
        API,
        PORTAL,
        SHELL,
        JOB
    }

    public sealed interface Subject {

        /** A short stable name for audit entries and idempotency keys, without personal data. */
        String key();

        record Anonymous() implements Subject {
            @Override
            public String key() {
                return "anonymous";
            }
        }

        record Person(UserId user) implements Subject {
            @Override
            public String key() {
                return "user:" + user.value();
            }
        }

        /** A part of the system itself, such as a job. */
        record Machine(String name) implements Subject {
            @Override
            public String key() {
                return "machine:" + name;
            }
        }
    }

    /** @param user the person in whose name the subject acts */
    public record ActingFor(UserId user) {}

    public Caller {
        grants = Set.copyOf(grants);
    }

    /** Somebody who has not signed in: may look at the catalogue, without prices. */
    public static Caller stranger(Channel channel, String requestId, Locale language) {
        return new Caller(
                new Subject.Anonymous(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(new Grant(Function.CATALOG_READ, Scope.tenant())),
                channel,
                requestId,
                language);
    }

    /** A part of the system with exactly these tenant-wide rights. */
    public static Caller machine(String name, Function... functions) {
        Set<Grant> grants = new java.util.HashSet<>();
        for (Function function : functions) {
            grants.add(new Grant(function, Scope.tenant()));
        }
        return new Caller(
                new Subject.Machine(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                grants,
                Channel.JOB,
                name,
                Locale.ENGLISH);
    }

    public boolean isStranger() {
        return subject instanceof Subject.Anonymous;
    }

    public Optional<UserId> user() {
        return subject instanceof Subject.Person person ? Optional.of(person.user()) : Optional.empty();
    }

    /** Whether the caller has this function in this scope. */
    public boolean may(Function function, Scope scope) {
        for (Grant grant : grants) {
            if (grant.function() == function && grant.scope().covers(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller has this function anywhere at all. */
    public boolean mayAnywhere(Function function) {
        return grants.stream().anyMatch(grant -> grant.function() == function);
    }
}
