package org.torg.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.CommandStore.Reply;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.SecretStore.SecretRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.housekeeping.Housekeeping;

class JobTest {

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

    /** Does what the test says, and notes what was asked. */
    private static final class Recorder implements JobHandler {

        final List<String> begun = new ArrayList<>();
        final List<String> givenUp = new ArrayList<>();
        Consumer<JobRun> work = run -> {};

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void run(JobRun run) {
            begun.add(run.argument());
            work.accept(run);
        }

        @Override
        public void givenUp(Tx tx, String argument) {
            givenUp.add(argument);
        }
    }

    abstract static class Contract extends KernelContract {

        final Recorder recorder = new Recorder();
        final Turns one;
        final Turns other;

        Contract(Database database) {
            super(database);
            this.one = new Turns(kernel, recorder);
            this.other = new Turns(kernel, recorder);
        }

        @Test
        void aJobIsCarriedOutOnceAndGone() {
            queue("a");

            assertThat(one.turn()).isTrue();
            assertThat(one.turn()).isFalse();
            kernel.clock.move(Duration.ofDays(1));
            assertThat(other.turn()).isFalse();
            assertThat(recorder.begun).containsExactly("a");
        }

        @Test
        void aJobThatIsNotDueWaits() {
            kernel.transactions.change(tx -> kernel.stores
                    .jobs()
                    .insert(
                            tx,
                            new Job(
                                    kernel.ids.next(),
                                    "test",
                                    "later",
                                    kernel.clock.now().plusSeconds(60),
                                    0)));

            assertThat(one.turn()).isFalse();
            kernel.clock.move(Duration.ofSeconds(60));
            assertThat(one.turn()).isTrue();
        }

        @Test
        void aJobWithoutItsHandlerWaits() {
            queue("a");

            assertThat(new Turns(kernel).turn()).isFalse();
            assertThat(one.turn()).isTrue();
        }

        @Test
        void manyRunnersNeverCarryOutOneJobTwice() throws Exception {
            Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
            for (int i = 0; i < 60; i++) {
                queue("job-" + i);
            }
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Turns runner = new Turns(kernel, new JobHandler() {
                    @Override
                    public String kind() {
                        return "test";
                    }

                    @Override
                    public void run(JobRun run) {
                        counts.computeIfAbsent(run.argument(), argument -> new AtomicInteger())
                                .incrementAndGet();
                    }
                });
                done.add(threads.submit(() -> {
                    while (counts.size() < 60) {
                        try {
                            runner.turn();
                        } catch (org.torg.api.StoreException e) {
                            // Two claimed at the same time; the loser tries again.
                            assertThat(e.kind()).isEqualTo(org.torg.api.StoreException.Kind.CONFLICT);
                        }
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();

            assertThat(counts).hasSize(60);
            assertThat(counts.values()).allMatch(count -> count.get() == 1);
        }

        @Test
        void aRunnerThatDiesIsReplacedWhenItsLeaseHasRunOut() {
            queue("a");
            // Claimed, and never heard of again.
            kernel.transactions.write(tx -> kernel.stores
                    .jobs()
                    .claim(
                            tx,
                            List.of("test"),
                            "dead",
                            kernel.clock.now(),
                            kernel.clock.now().plus(JobDesk.LEASE)));

            assertThat(one.turn()).isFalse();
            kernel.clock.move(JobDesk.LEASE.plusSeconds(1));
            assertThat(one.turn()).isTrue();
            assertThat(recorder.begun).containsExactly("a");
        }

        @Test
        void aLongJobKeepsItsLeaseAsLongAsItIsLengthened() {
            queue("a");
            List<Boolean> othersHadOne = new ArrayList<>();
            recorder.work = run -> {
                recorder.work = again -> {};
                for (int i = 0; i < 5; i++) {
                    kernel.clock.move(Duration.ofSeconds(20));
                    one.desk.extendLease();
                    othersHadOne.add(other.turn());
                    run.checkpoint();
                }
            };

            one.turn();

            assertThat(othersHadOne).containsExactly(false, false, false, false, false);
            assertThat(recorder.begun).containsExactly("a");
        }

        @Test
        void whoHasLostTheJobStoresNothing() {
            queue("a");
            List<String> stored = new ArrayList<>();
            recorder.work = run -> {
                recorder.work = again -> stored.add("other");
                kernel.clock.move(JobDesk.LEASE.plusSeconds(1));
                assertThat(other.turn()).isTrue();
                kernel.transactions.change(tx -> {
                    run.hold(tx);
                    stored.add("first");
                });
            };

            assertThat(one.turn()).isTrue();

            assertThat(stored).containsExactly("other");
            kernel.clock.move(Duration.ofDays(1));
            assertThat(one.turn()).isFalse();
        }

        @Test
        void aFailingJobIsTriedLaterAndLaterAndThenParked() {
            queue("a");
            recorder.work = run -> {
                throw new IllegalStateException("Kari Nordmann");
            };
            List<Integer> waits = List.of(5, 20, 80, 320);
            for (int wait : waits) {
                assertThat(one.turn()).isTrue();
                kernel.clock.move(Duration.ofSeconds(wait - 1));
                assertThat(one.turn()).isFalse();
                kernel.clock.move(Duration.ofSeconds(1));
            }
            assertThat(recorder.givenUp).isEmpty();

            assertThat(one.turn()).isTrue();

            assertThat(recorder.begun).hasSize(5);
            assertThat(recorder.givenUp).containsExactly("a");
            kernel.clock.move(Duration.ofDays(30));
            assertThat(one.turn()).isFalse();
        }

        @Test
        void aStoppedRunnerLeavesItsJobToTheNext() {
            queue("a");
            recorder.work = run -> {
                recorder.work = again -> {};
                one.desk.stop();
                run.checkpoint();
            };

            one.turn();

            assertThat(one.turn()).isFalse();
            assertThat(other.turn()).isTrue();
            assertThat(recorder.begun).containsExactly("a", "a");
        }

        @Test
        void aTryThatWasStoppedDoesNotCount() {
            queue("a");
            for (int i = 0; i < 3 * JobDesk.TRIES; i++) {
                Turns stopped = new Turns(kernel, recorder);
                recorder.work = run -> {
                    stopped.desk.stop();
                    run.checkpoint();
                };
                assertThat(stopped.turn()).isTrue();
            }
            recorder.work = run -> {
                throw new IllegalStateException();
            };
            for (int i = 1; i < JobDesk.TRIES; i++) {
                assertThat(one.turn()).as("try " + i).isTrue();
                kernel.clock.move(Duration.ofHours(1));
            }
            assertThat(recorder.givenUp).isEmpty();

            assertThat(one.turn()).isTrue();

            assertThat(recorder.givenUp).containsExactly("a");
        }

        @Test
        void aNudgeWakesTheRunnerAtOnce() throws Exception {
            CountDownLatch ran = new CountDownLatch(1);
            recorder.work = run -> ran.countDown();
            JobRunner runner =
                    new JobRunner(kernel.transactions, kernel.stores.jobs(), kernel.clock, kernel.ids, kernel.nudge);
            runner.addHandler(recorder);
            try {
                queue("a");
                kernel.nudge.wake();

                assertThat(ran.await(4, TimeUnit.SECONDS)).isTrue();
            } finally {
                runner.stop();
            }
        }

        @Test
        void housekeepingRemovesWhatHasHadItsDay() {
            UserId user = new UserId("u");
            kernel.transactions.change(tx -> {
                kernel.stores
                        .accounts()
                        .insert(
                                tx,
                                new UserRow(user, "a@b.example", "A", "nb", "x", true, kernel.clock.now()),
                                List.of());
                kernel.stores.accounts().insert(tx, session("old", user, Duration.ofHours(-1)));
                kernel.stores.accounts().insert(tx, session("new", user, Duration.ofHours(3)));
                reply(tx, "old", Duration.ofDays(-31));
                reply(tx, "new", Duration.ofDays(-29));
                secret(tx, "old", Duration.ofHours(-1));
                secret(tx, "new", Duration.ofHours(3));
                invitation(tx, "old", Duration.ofDays(-31));
                invitation(tx, "new", Duration.ofDays(-29));
                price(tx, "old", "1.00");
                price(tx, "new", "2.00");
            });
            Housekeeping housekeeping = new Housekeeping(
                    kernel.transactions,
                    kernel.stores.jobs(),
                    kernel.stores.accounts(),
                    kernel.stores.secrets(),
                    kernel.stores.invitations(),
                    kernel.stores.people(),
                    kernel.stores.commands(),
                    kernel.pruning,
                    kernel.clock);
            // A second node plans the same hour.
            new Housekeeping(
                    kernel.transactions,
                    kernel.stores.jobs(),
                    kernel.stores.accounts(),
                    kernel.stores.secrets(),
                    kernel.stores.invitations(),
                    kernel.stores.people(),
                    kernel.stores.commands(),
                    kernel.pruning,
                    kernel.clock);
            Turns turns = new Turns(kernel, housekeeping);

            assertThat(turns.turn()).isTrue();
            assertThat(turns.turn()).isFalse();

            assertThat(kernel.transactions.<Integer>write(
                            tx -> kernel.stores.secrets().end(tx, "TEST", "old")))
                    .isZero();
            assertThat(kernel.transactions.<Integer>write(
                            tx -> kernel.stores.secrets().end(tx, "TEST", "new")))
                    .isEqualTo(1);
            assertThat(kernel.transactions.<Boolean>write(
                            tx -> kernel.stores.invitations().delete(tx, new InvitationId("old"))))
                    .isFalse();
            assertThat(kernel.transactions.<Boolean>write(
                            tx -> kernel.stores.invitations().delete(tx, new InvitationId("new"))))
                    .isTrue();
            Optional<Reply> oldReply =
                    kernel.transactions.read(tx -> kernel.stores.commands().reply(tx, "s", "old"));
            Optional<Reply> newReply =
                    kernel.transactions.read(tx -> kernel.stores.commands().reply(tx, "s", "new"));
            int sessionsLeft = kernel.transactions.write(tx -> kernel.stores
                    .accounts()
                    .deleteSessionsExpiredBefore(tx, kernel.clock.now().plus(Duration.ofDays(1))));
            assertThat(oldReply).isEmpty();
            assertThat(newReply).isPresent();
            assertThat(sessionsLeft).isEqualTo(1);
            assertThat(pricesLeft()).isEqualTo(1);
            kernel.clock.move(Duration.ofHours(1));
            assertThat(turns.turn()).isTrue();
            assertThat(turns.turn()).isFalse();
        }

        private void secret(Tx tx, String subject, Duration left) {
            kernel.stores
                    .secrets()
                    .insert(
                            tx,
                            new SecretRow(
                                    subject,
                                    "TEST",
                                    subject,
                                    kernel.clock.now(),
                                    kernel.clock.now().plus(left)));
        }

        private void invitation(Tx tx, String id, Duration left) {
            kernel.stores
                    .invitations()
                    .insert(
                            tx,
                            new InvitationRow(
                                    new InvitationId(id),
                                    new Team.Staff(Optional.empty()),
                                    id + "@kunde.example",
                                    "Kari",
                                    Optional.empty(),
                                    "nb",
                                    new Rights(Role.STAFF_ORDERS, Set.of(), Set.of(), false, false),
                                    kernel.clock.now(),
                                    kernel.clock.now().plus(left)));
        }

        private void price(Tx tx, String batch, String amount) {
            PriceRow row = new PriceRow(
                    new Sku("LAMP"),
                    PriceStore.STANDARD_LIST,
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    BigMoney.parse("NOK " + amount),
                    Optional.empty(),
                    Optional.empty());
            kernel.stores.prices().stage(tx, Kernel.LIGHTING, batch, List.of(row));
            kernel.stores.prices().activate(tx, Kernel.LIGHTING, batch, kernel.clock.now());
        }

        /** How many a store would still go through. */
        private int pricesLeft() {
            int left = 0;
            Optional<Long> after = Optional.empty();
            do {
                Optional<Long> from = after;
                after = kernel.transactions
                        .<PriceStore.Pruned>write(tx -> kernel.stores
                                .prices()
                                .prune(tx, Kernel.LIGHTING, java.time.LocalDate.of(2000, 1, 1), from, 1))
                        .next();
                left += after.isPresent() ? 1 : 0;
            } while (after.isPresent());
            return left;
        }

        private SessionRow session(String token, UserId user, Duration left) {
            return new SessionRow(
                    token,
                    user,
                    Optional.empty(),
                    kernel.clock.now(),
                    kernel.clock.now().plus(left));
        }

        private void reply(Tx tx, String key, Duration age) {
            kernel.stores
                    .commands()
                    .record(
                            tx,
                            new org.torg.api.audit.AuditEntry(
                                    kernel.ids.next(),
                                    kernel.clock.now(),
                                    "s",
                                    Optional.empty(),
                                    Optional.empty(),
                                    "JOB",
                                    "r",
                                    "c",
                                    "t"),
                            List.of(),
                            List.of(),
                            Optional.of(new Reply(
                                    "s", key, "c", "h", "t", kernel.clock.now().plus(age))));
        }

        private void queue(String argument) {
            kernel.transactions.change(tx -> kernel.stores
                    .jobs()
                    .insert(tx, new Job(kernel.ids.next(), "test", argument, kernel.clock.now(), 0)));
        }
    }
}
