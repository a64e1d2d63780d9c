package org.torg.api.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.torg.api.vendor.VendorId;

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
 * @param mustChoosePerson whether several share the login and have not said which of them it is: nothing can be ordered (D10)
 */
public record Caller(
        Subject subject,
        Optional<AccountId> account,
        Optional<LocationId> location,
        Optional<ActingFor> actingFor,
        Set<Grant> grants,
        Channel channel,
        String requestId,
        Locale language,
        boolean mustChoosePerson) {

    public enum Channel {
        API,
        PORTAL,
        SHELL,
        JOB
    }

    public sealed interface Subject {

        /** A short stable name for audit entries and idempotency keys, without personal data. */
        String key();

        /** The person behind it; empty for a machine, a stranger, and one who has not signed in to the end. */
        default Optional<UserId> user() {
            return Optional.empty();
        }

        record Anonymous() implements Subject {
            @Override
            public String key() {
                return "anonymous";
            }
        }

        /** A person who has signed in. */
        record Person(UserId id) implements Subject {
            @Override
            public String key() {
                return "user:" + id.value();
            }

            @Override
            public Optional<UserId> user() {
                return Optional.of(id);
            }
        }

        /** A person's program, by an API token: never more than the person may, and nothing of the person's own secrets. */
        record Token(UserId id, String token) implements Subject {
            @Override
            public String key() {
                return "token:" + token;
            }

            @Override
            public Optional<UserId> user() {
                return Optional.of(id);
            }
        }

        /**
         * A person whose password was right and whose second factor is still awaited: has no rights.
         *
         * @param enrolled whether there is a second factor to ask for; else one must be set up first
         */
        record Pending(UserId id, boolean enrolled) implements Subject {
            @Override
            public String key() {
                return "user:" + id.value();
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

    /**
     * @param user the person in whose name the subject acts
     * @param confinedTo for staff of one vendor: nothing of other vendors is theirs to see or do meanwhile
     */
    public record ActingFor(UserId user, Kind kind, Optional<VendorId> confinedTo) {

        public enum Kind {
            /** A login that several share, for the clinician whose order it is (D10). */
            CLINICIAN,
            /** A guardian, for somebody in their care: with all of that person's rights but {@code USER_MANAGE} (B02). */
            DEPENDANT,
            /** Staff, for a customer. */
            CUSTOMER
        }
    }

    public Caller {
        grants = Set.copyOf(grants);
    }

    /** One who need not say in whose name it is. */
    public Caller(
            Subject subject,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<ActingFor> actingFor,
            Set<Grant> grants,
            Channel channel,
            String requestId,
            Locale language) {
        this(subject, account, location, actingFor, grants, channel, requestId, language, false);
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
        return subject.user();
    }

    /** Whether a person has signed in to the end, and not only a program with a token of theirs. */
    public boolean isSignedIn() {
        return subject instanceof Subject.Person;
    }

    /** The chosen location, else the account as a whole; empty when no account was chosen. */
    public Optional<Scope> here() {
        return account.map(own -> Scope.of(own, location));
    }

    /** Whether this vendor's things are out of reach because the caller acts for a customer of another vendor. */
    public boolean isConfinedFrom(VendorId vendor) {
        return actingFor
                .flatMap(ActingFor::confinedTo)
                .filter(only -> !only.equals(vendor))
                .isPresent();
    }

    /** Whether the caller has this function in this scope. */
    public boolean may(Function function, Scope scope) {
        if (scope instanceof Scope.OfVendor of && isConfinedFrom(of.vendor())) {
            return false;
        }
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
