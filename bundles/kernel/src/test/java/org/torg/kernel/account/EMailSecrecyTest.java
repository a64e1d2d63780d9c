package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.api.catalog.ImportStatus;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.job.Turns;

/**
 * What takes somebody's e-mail from people who have signed in answers the same by the same statements, whether somebody has it
 * or not. Of what strangers may do, the tests of that say so: signing in, forgotten passwords, registrations, corrections.
 */
@Tag("D06")
class EMailSecrecyTest {

    private static final String KNOWN = "kjent@annen.example";
    private static final String UNKNOWN = "ukjent@annen.example";

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends PeopleFixture {

        private int customers = 10;

        Contract(Database database) {
            super(database);
        }

        /** Asks once for what is only found out once, and then compares the answer and the statements. */
        private void isTheSame(Function<String, Object> asked) {
            user(KNOWN, "Kjent Person", new Membership(Role.BUYER, Scope.of(open("2"))));
            Object first = asked.apply("foerste@annen.example");
            database.sent().forget();
            Object unknown = asked.apply(UNKNOWN);
            List<String> forUnknown = database.sent().statements();
            database.sent().forget();
            Object known = asked.apply(KNOWN);
            List<String> forKnown = database.sent().statements();

            assertThat(known).isEqualTo(unknown).isEqualTo(first);
            assertThat(forKnown).isEqualTo(forUnknown).isNotEmpty();
        }

        private static String without(String email, Object answer) {
            return String.valueOf(answer).replace(email, "E-MAIL").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
        }

        @Test
        void anOwnerInvites() {
            AccountId account = open("1");
            Caller eva = in(account, owner(account, "eva@kunde.example"));

            isTheSame(email -> without(email, invite(eva, team(account), email, Role.BUYER)));
        }

        @Test
        void anOwnerInvitesAgain() {
            AccountId account = open("1");
            Caller eva = in(account, owner(account, "eva@kunde.example"));

            isTheSame(email -> {
                Invitation invitation = invite(eva, team(account), email, Role.BUYER);
                database.sent().forget();
                return without(
                        email,
                        kernel.people
                                .inviteAgain(eva, team(account), invitation.id())
                                .orElseThrow());
            });
        }

        @Test
        void anAdministratorInvitesStaff() {
            Team team = new Team.Staff(Optional.of(LIGHTING));
            UserId ada = user("ada@torg.example", "Ada", new Membership(Role.ADMINISTRATOR, Scope.of(LIGHTING)));
            Caller administrator = caller(ada, Optional.empty());

            isTheSame(email -> without(email, invite(administrator, team, email, Role.STAFF_ORDERS)));
        }

        @Test
        @Tag("D05")
        void aPersonAsksForANewEMailAndStaffAgree() {
            UserId stine = user("stine@lys.example", "Stine", new Membership(Role.STAFF_SUPPORT, Scope.of(LIGHTING)));
            Caller support = caller(stine, Optional.empty());

            isTheSame(email -> {
                AccountId account = open(String.valueOf(++customers));
                UserId kari = owner(account, "person" + customers + "@kunde.example");
                database.sent().forget();
                CustomerRequest request = kernel.reception
                        .requests
                        .ask(in(account, kari), Optional.empty(), new Content.NewEmail(email))
                        .orElseThrow();
                return request.state()
                        + code(kernel.reception.requests.decide(
                                support, Optional.empty(), request.id(), Optional.empty(), true, "", Optional.empty()));
            });
        }

        @Test
        void customersAreImported() {
            isTheSame(email -> {
                List<Object> told = new ArrayList<>();
                String file = "customer_number;name;billing_line1;billing_postcode;billing_city;invoice_emails;"
                        + "person_email;person_name;role\n"
                        + "K-" + ++customers + ";Bjørk AS;Storgata 1;0155;Oslo;faktura@bjork.example;" + email
                        + ";Navn;owner\n";
                ImportStatus started = kernel.imports
                        .start(
                                STAFF,
                                Optional.empty(),
                                new ImportRequest(Kind.ACCOUNTS, LIGHTING, false, OnError.ABORT, true),
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow();
                assertThat(new Turns(kernel, kernel.accountImport).turn()).isTrue();
                ImportStatus done = kernel.imports.get(STAFF, started.id()).orElseThrow();
                told.add(List.of(done.state(), done.rows(), done.accepted(), done.rejected()));
                kernel.imports.report(STAFF, started.id(), PageRequest.first(50)).orElseThrow().items().stream()
                        .map(ImportReportLine::toString)
                        .forEach(told::add);
                return told;
            });
        }

        private Invitation invite(Caller caller, Team team, String email, Role role) {
            return kernel.people
                    .invite(caller, Optional.empty(), team, person(email, "Navn", whole(role)))
                    .orElseThrow();
        }
    }
}
