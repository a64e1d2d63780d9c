package org.torg.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail.Query;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class AuditTest {

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

    abstract static class Contract extends KernelContract {

        private static final Caller AUDITOR = Caller.machine("auditor", Function.AUDIT_READ);

        private static final AccountId OTHER = Customers.OTHER_CUSTOMER.id();

        Contract(Database database) {
            super(database);
        }

        @Test
        void onlyWhoMayReadTheAuditSeesIt() {
            open(1);

            refused(Callers.stranger(), Refusal.Kind.UNAUTHENTICATED, "token-missing");
            refused(Callers.buyer(), Refusal.Kind.FORBIDDEN, "right-missing");
            refused(Callers.staff(), Refusal.Kind.FORBIDDEN, "right-missing");
            refused(
                    Callers.with(Customers.CUSTOMER.id(), new Grant(Function.AUDIT_READ, Scope.of(OTHER))),
                    Refusal.Kind.FORBIDDEN,
                    "right-missing");
            assertThat(find(Optional.empty(), PageRequest.first(10)).items()).hasSize(1);
        }

        @Test
        void anEntrySaysWhoDidWhatWhenToWhat() {
            Account account = open(1).get(0);

            AuditEntry entry =
                    find(Optional.empty(), PageRequest.first(10)).items().get(0);

            assertThat(entry.at()).isEqualTo(kernel.clock.now());
            assertThat(entry.subject()).isEqualTo(Callers.STAFF.subject().key());
            assertThat(entry.actingFor()).isEmpty();
            assertThat(entry.command()).isEqualTo("open-account");
            assertThat(entry.target()).isEqualTo(account.id().value());
        }

        @Test
        void thePagesTogetherAreTheWholeTrailTheNewestFirst() {
            List<String> opened = new ArrayList<>(targets(open(5)));
            Collections.reverse(opened);
            List<Integer> sizes = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page<AuditEntry> page = find(Optional.empty(), new PageRequest(cursor, 2));
                sizes.add(page.items().size());
                page.items().forEach(entry -> seen.add(entry.target()));
                cursor = page.next();
            } while (cursor.isPresent());

            assertThat(seen).isEqualTo(opened);
            assertThat(sizes).containsExactly(2, 2, 1);
        }

        @Test
        void aPageThatIsJustFullIsTheLast() {
            open(2);

            assertThat(find(Optional.empty(), PageRequest.first(2)).next()).isEmpty();
        }

        @Test
        void whatWasDoneToOneTargetIsFoundAlone() {
            String second = targets(open(3)).get(1);

            assertThat(find(Optional.of(second), PageRequest.first(10)).items())
                    .extracting(AuditEntry::target)
                    .containsExactly(second);
            assertThat(find(Optional.of("nothing"), PageRequest.first(10)).items())
                    .isEmpty();
        }

        private List<String> targets(Query query) {
            return kernel.audit.find(AUDITOR, query, PageRequest.first(10)).orElseThrow().items().stream()
                    .map(AuditEntry::target)
                    .toList();
        }

        private static Query during(Optional<String> command, Optional<Instant> from, Optional<Instant> until) {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), command, from, until);
        }

        @Test
        void theTrailIsFoundByPeriodAndByCommand() {
            Instant one = kernel.clock.now();
            String first = targets(open(1)).get(0);
            kernel.clock.move(Duration.ofHours(1));
            Instant two = kernel.clock.now();
            kernel.openAccount("later");

            Optional<String> opened = Optional.of("open-account");
            assertThat(targets(during(opened, Optional.of(one), Optional.of(two))))
                    .containsExactly(first);
            assertThat(targets(during(opened, Optional.of(two), Optional.empty())))
                    .hasSize(1)
                    .doesNotContain(first);
            assertThat(targets(during(opened, Optional.empty(), Optional.empty())))
                    .hasSize(2);
            assertThat(targets(during(Optional.of("agree"), Optional.empty(), Optional.empty())))
                    .isEmpty();
            assertThat(targets(during(Optional.of("no-such-command"), Optional.empty(), Optional.empty())))
                    .isEmpty();
        }

        @Test
        void commandsAreListedAsFarAsTheirLinesAreShown() {
            Caller both = Caller.machine("auditor", Function.AUDIT_READ, Function.INVOICE_READ);
            assertThat(kernel.audit.commands(both).orElseThrow()).isSorted().contains("open-account", "issue-invoice");
            assertThat(kernel.audit.commands(AUDITOR).orElseThrow())
                    .contains("open-account")
                    .doesNotContain("issue-invoice");
            assertThat(refusal(kernel.audit.commands(Callers.buyer())).code()).isEqualTo("right-missing");
        }

        @Test
        void oddCursorsAreRefused() {
            for (String cursor : List.of("", "x", "' OR 1=1 --", "G".repeat(36), "a".repeat(37))) {
                Refusal refusal =
                        refusal(kernel.audit.find(AUDITOR, Query.ALL, new PageRequest(Optional.of(cursor), 10)));
                assertThat(refusal.code()).as(cursor).isEqualTo("cursor-invalid");
                assertThat(refusal.kind()).as(cursor).isEqualTo(Refusal.Kind.MALFORMED);
            }
        }

        private List<Account> open(int count) {
            List<Account> accounts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                accounts.add(kernel.openAccount("1000" + i));
            }
            return accounts;
        }

        private static List<String> targets(List<Account> accounts) {
            return accounts.stream().map(account -> account.id().value()).toList();
        }

        private Page<AuditEntry> find(Optional<String> target, PageRequest page) {
            return kernel.audit.find(AUDITOR, Query.of(target), page).orElseThrow();
        }

        private void refused(Caller caller, Refusal.Kind kind, String code) {
            Refusal refusal = refusal(kernel.audit.find(caller, Query.ALL, PageRequest.first(10)));
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.code()).isEqualTo(code);
        }
    }
}
