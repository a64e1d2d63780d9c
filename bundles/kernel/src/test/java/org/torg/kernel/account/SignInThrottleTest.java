package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.torg.kernel.account.SignInThrottle.Origin;

class SignInThrottleTest {

    private static final String KARI = "kari@example.no";
    private static final String HOME = "192.0.2.1";
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle();

    /** @param after seconds since the one before */
    record Attempt(String email, String address, boolean right, int after) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(KARI, "ola@example.no", "per@example.no"),
                        Arbitraries.of("198.51.100.7", "198.51.100.8", "2001:db8::1", "2001:db8::2"),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(0, 90))
                .as(Attempt::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 200)
    void strangersNeverSlowDownWhoCameInFromThereBefore(
            @ForAll("attempts") List<Attempt> strangers, @ForAll("attempts") List<Attempt> own) {
        assertThat(waitsAtHome(own, strangers)).isEqualTo(waitsAtHome(own, List.of()));
    }

    /** How long Kari has to wait for each of her tries at home, while strangers try from elsewhere. */
    private List<Optional<Duration>> waitsAtHome(List<Attempt> own, List<Attempt> strangers) {
        SignInThrottle fresh = new SignInThrottle();
        Origin home = fresh.origin(KARI, HOME);
        fresh.cameIn(home);
        List<Optional<Duration>> waits = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < Math.max(own.size(), strangers.size()); i++) {
            if (i < strangers.size()) {
                // Their passwords are wrong: who has the right one is no stranger.
                Attempt stranger = strangers.get(i);
                fresh.begin(fresh.origin(stranger.email(), stranger.address()), now);
                fresh.beginCode(fresh.origin(stranger.email(), stranger.address()), now);
            }
            if (i < own.size()) {
                now = now.plusSeconds(own.get(i).after());
                Optional<Duration> wait = fresh.begin(home, now);
                waits.add(wait);
                if (wait.isEmpty() && own.get(i).right()) {
                    fresh.passwordRight(home);
                }
            }
        }
        return waits;
    }

    @Property(tries = 200)
    void nobodyWaitsLongerThanAMinuteAndAfterThatTheNextTryIsFree(@ForAll("attempts") List<Attempt> attempts) {
        SignInThrottle fresh = new SignInThrottle();
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plusSeconds(attempt.after());
            Origin origin = fresh.origin(attempt.email(), attempt.address());
            Optional<Duration> wait = fresh.begin(origin, now);
            assertThat(wait.orElse(Duration.ZERO)).isLessThanOrEqualTo(SignInThrottle.LONGEST);
            if (wait.isPresent()) {
                now = now.plus(wait.get());
                assertThat(fresh.begin(origin, now)).isEmpty();
            }
            if (attempt.right()) {
                fresh.passwordRight(origin);
            }
        }
    }

    @Property(tries = 100)
    void whoGuessesOnePersonsPasswordGetsFewTriesFromHoweverManyAddresses(@ForAll("attempts") List<Attempt> attempts) {
        SignInThrottle fresh = new SignInThrottle();
        Instant now = START;
        int allowed = 0;
        for (Attempt attempt : attempts) {
            now = now.plusSeconds(attempt.after());
            if (fresh.begin(fresh.origin(KARI, "203.0.113." + allowed), now).isEmpty()) {
                allowed++;
            }
        }
        long minutes = Duration.between(START, now).toMinutes();
        // Those without a delay, those with a short one, and then what a minute forgets.
        assertThat(allowed).isLessThanOrEqualTo(SignInThrottle.FREE + 7 + (int) minutes * 2);
    }

    @Example
    void eachFurtherTryWaitsLonger() {
        Origin origin = throttle.origin(KARI, HOME);
        Instant now = START;
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            assertThat(throttle.begin(origin, now)).isEmpty();
        }
        Duration last = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            Duration wait = throttle.begin(origin, now).orElseThrow();
            assertThat(wait).isGreaterThanOrEqualTo(last.minusSeconds(30));
            last = wait;
            now = now.plus(wait);
            assertThat(throttle.begin(origin, now)).isEmpty();
        }
        assertThat(last).isGreaterThan(Duration.ofSeconds(30));
        assertThat(throttle.begin(throttle.origin("ola@example.no", "198.51.100.7"), now))
                .isEmpty();
    }

    @Example
    void theDelayGrowsFromSecondsToAMinute() {
        Origin origin = throttle.origin(KARI, HOME);
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            throttle.begin(origin, START);
        }

        List<Long> waits = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 5; i++) {
            Duration wait = throttle.begin(origin, now).orElseThrow();
            waits.add(wait.toSeconds());
            now = now.plus(wait);
            throttle.begin(origin, now);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L);
    }

    @Example
    void anAddressThatTriesManyPeopleIsSlowedDown() {
        for (int i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
            assertThat(throttle.begin(throttle.origin("a" + i + "@example.no", HOME), START))
                    .isEmpty();
        }

        assertThat(throttle.begin(throttle.origin("another@example.no", HOME), START))
                .isPresent();
        assertThat(throttle.begin(throttle.origin("another@example.no", "192.0.2.2"), START))
                .isEmpty();
    }

    @Example
    void anAddressIsNotClearedByOneWhoHasAPasswordThere() {
        Origin own = throttle.origin(KARI, HOME);
        int tries = 0;
        while (tries < 1000
                && throttle.begin(throttle.origin("a" + tries + "@example.no", HOME), START)
                        .isEmpty()) {
            tries++;
            if (throttle.begin(own, START).isEmpty()) {
                throttle.passwordRight(own);
            }
        }

        assertThat(tries).isLessThanOrEqualTo(SignInThrottle.FREE_PER_ADDRESS);
    }

    @Example
    void theSecondHalfOfAnAddressOfVersionSixIsAnybodysChoice() {
        for (int i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
            throttle.begin(throttle.origin("a" + i + "@example.no", "2001:db8:1:2::" + i), START);
        }

        assertThat(throttle.begin(throttle.origin("another@example.no", "2001:db8:1:2:ffff::1"), START))
                .isPresent();
        assertThat(throttle.begin(throttle.origin("another@example.no", "2001:db8:1:3::1"), START))
                .isEmpty();
    }

    @Example
    void codesWaitLongerThanPasswords() {
        Origin origin = throttle.origin(KARI, HOME);
        Instant now = START;
        for (int i = 0; i < 30; i++) {
            Optional<Duration> wait = throttle.beginCode(origin, now);
            now = now.plus(wait.orElse(Duration.ZERO));
            throttle.beginCode(origin, now);
        }

        assertThat(Duration.between(START, now)).isGreaterThan(Duration.ofHours(1));
        assertThat(throttle.begin(origin, now)).isEmpty();
    }

    @Example
    void memoryIsBounded() {
        for (int i = 0; i < SignInThrottle.MOST + 500; i++) {
            Origin origin = throttle.origin("a" + i + "@example.no", "10.0." + i / 256 + "." + i % 256);
            throttle.begin(origin, START);
            throttle.beginCode(origin, START);
            throttle.cameIn(origin);
            throttle.begin(origin, START);
            throttle.awaits("t" + i, origin);
        }

        assertThat(throttle.size()).isEqualTo(SignInThrottle.MOST);
    }

    @Example
    void aPersonsLatestAddressesAreKnown() {
        for (int i = 0; i < 9; i++) {
            throttle.cameIn(throttle.origin(KARI, "192.0.2." + i));
        }
        // Strangers take the tries that Kari has elsewhere.
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            throttle.begin(throttle.origin(KARI, "198.51.100.7"), START);
        }

        assertThat(throttle.begin(throttle.origin(KARI, "192.0.2.8"), START)).isEmpty();
        assertThat(throttle.begin(throttle.origin(KARI, "192.0.2.0"), START)).isPresent();
    }
}
