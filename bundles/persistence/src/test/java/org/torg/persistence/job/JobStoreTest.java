package org.torg.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class JobStoreTest {

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

    abstract static class Contract extends StoreContract {
        private static final List<String> KINDS = List.of("import", "clean", "mail");

        private final JobStore jobs = stores.jobs();

        Contract(Database database) {
            super(database);
        }

        private Job insert(String kind, Instant dueAt) {
            Job job = new Job(id(), kind, "argument", dueAt, 0);
            expectStatements(1, tx -> jobs.insert(tx, job));
            return job;
        }

        private Optional<Job> claim(String node, Instant now) {
            return transactions.write(tx -> jobs.claim(tx, KINDS, node, now, now.plusSeconds(60)));
        }

        @Test
        void theJobThatIsDueLongestIsClaimedFirst() {
            Job later = insert("import", NOW.plusSeconds(1));
            Job first = insert("mail", NOW);

            assertThat(claim("n1", NOW.plusSeconds(2)))
                    .contains(new Job(first.id(), "mail", "argument", first.dueAt(), 1));
            expectStatements(2, tx -> assertThat(jobs.claim(tx, KINDS, "n1", NOW.plusSeconds(2), NOW.plusSeconds(60)))
                    .map(Job::id)
                    .contains(later.id()));
            expectStatements(1, tx -> assertThat(jobs.claim(tx, KINDS, "n1", NOW.plusSeconds(2), NOW.plusSeconds(60)))
                    .isEmpty());
        }

        @Test
        void otherKindsAndLaterJobsAreLeft() {
            insert("import", NOW);

            assertThat(claim("n1", NOW.minusMillis(1))).isEmpty();
            assertThat(transactions.<Optional<Job>>write(
                            tx -> jobs.claim(tx, List.of("mail"), "n1", NOW, NOW.plusSeconds(60))))
                    .isEmpty();
            assertThat(transactions.<Optional<Job>>write(
                            tx -> jobs.claim(tx, List.of(), "n1", NOW, NOW.plusSeconds(60))))
                    .isEmpty();
        }

        @Test
        void aLeaseThatRanOutIsTakenOverAndItsFormerHolderIsTold() {
            Job job = insert("import", NOW);
            claim("n1", NOW);
            assertThat(extend(job, "n1", NOW.plusSeconds(100))).isTrue();
            assertThat(claim("n2", NOW.plusSeconds(99))).isEmpty();

            assertThat(claim("n2", NOW.plusSeconds(100)).orElseThrow().attempts())
                    .isEqualTo(2);
            assertThat(extend(job, "n1", NOW.plusSeconds(999))).isFalse();
            assertThat(extend(job, "n2", NOW.plusSeconds(999))).isTrue();
        }

        private boolean extend(Job job, String node, Instant until) {
            return transactions.write(tx -> jobs.extend(tx, job.id(), node, until));
        }

        @Test
        void aJobIsDoneRetriedOrParked() {
            Job job = insert("import", NOW);
            claim("n1", NOW);
            transactions.change(tx -> jobs.retry(tx, job.id(), NOW.plusSeconds(10), "e".repeat(2000)));
            assertThat(extend(job, "n1", NOW.plusSeconds(999))).isFalse();
            assertThat(claim("n1", NOW.plusSeconds(9))).isEmpty();
            assertThat(claim("n1", NOW.plusSeconds(10))).isPresent();

            transactions.change(tx -> jobs.park(tx, job.id(), "given up"));
            assertThat(claim("n1", NOW.plusSeconds(9999))).isEmpty();

            Job other = insert("import", NOW);
            transactions.change(tx -> jobs.done(tx, other.id()));
            assertThat(claim("n1", NOW.plusSeconds(9999))).isEmpty();
        }

        @Test
        void aJobThatIsGivenBackIsAsBeforeItsClaim() {
            Job job = insert("import", NOW);
            claim("n1", NOW);

            expectStatements(
                    1, tx -> assertThat(jobs.release(tx, job.id(), "n2", NOW)).isFalse());
            assertThat(claim("n2", NOW)).isEmpty();
            expectStatements(
                    1, tx -> assertThat(jobs.release(tx, job.id(), "n1", NOW)).isTrue());

            assertThat(claim("n2", NOW)).contains(new Job(job.id(), "import", "argument", NOW, 1));
        }

        @Test
        void twoNodesNeverGetTheSame() throws Exception {
            Set<String> inserted = new TreeSet<>();
            for (int i = 0; i < 40; i++) {
                inserted.add(insert("import", NOW).id());
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Callable<List<String>>> nodes = new ArrayList<>();
                for (int n = 0; n < 4; n++) {
                    String node = "n" + n;
                    nodes.add(() -> {
                        List<String> mine = new ArrayList<>();
                        // One node may find all its candidates taken by others; so it asks more often than there are
                        // jobs.
                        for (int i = 0; i < 60; i++) {
                            claim(node, NOW).ifPresent(job -> mine.add(job.id()));
                        }
                        return mine;
                    });
                }
                List<String> claimed = new ArrayList<>();
                for (Future<List<String>> one : threads.invokeAll(nodes)) {
                    claimed.addAll(one.get(60, TimeUnit.SECONDS));
                }
                assertThat(claimed).containsExactlyInAnyOrderElementsOf(inserted);
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
