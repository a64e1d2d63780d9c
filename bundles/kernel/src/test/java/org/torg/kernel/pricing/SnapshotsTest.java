package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.pricing.PricedCart;
import org.torg.kernel.fixture.SetClock;
import org.torg.vendors.lighting.LightingVendor;

class SnapshotsTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final PricedCart CART = Carts.of(new LightingVendor("1.0.0"))
            .line("1", 3, "9.99")
            .line("2", 1, "1234.5678")
            .priced();

    private final SetClock clock = new SetClock();
    private final MemoryKeys store = new MemoryKeys();
    private final Snapshots snapshots = node();

    private Snapshots node() {
        return new Snapshots(MemoryKeys.transactions(), store, clock, LIFETIME);
    }

    @Test
    void aPriceComesBackAsItWasShown() {
        assertThat(snapshots.open(snapshots.seal(CART))).isEqualTo(Outcome.done(CART));
    }

    @Test
    void aPriceIsHonouredToTheLastMomentAndNotLonger() {
        String token = snapshots.seal(CART);

        clock.move(LIFETIME.minusNanos(1));
        assertThat(code(snapshots.open(token))).isEqualTo("done");
        clock.move(Duration.ofNanos(1));
        assertThat(snapshots.open(token)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("snapshot-expired");
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
        });
    }

    @Property(tries = 2000)
    void aTokenWithOneBitChangedIsRefused(
            @ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll @IntRange(min = 0, max = 7) int bit) {
        byte[] token = Base64.getUrlDecoder().decode(snapshots.seal(CART));
        token[where % token.length] ^= (byte) (1 << bit);

        assertThat(code(snapshots.open(Base64.getUrlEncoder().withoutPadding().encodeToString(token))))
                .isEqualTo("snapshot-invalid");
    }

    @Property(tries = 2000)
    void aTokenWithOneCharacterChangedIsRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int where) {
        StringBuilder token = new StringBuilder(snapshots.seal(CART));
        int at = where % token.length();
        token.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');

        assertThat(code(snapshots.open(token.toString()))).isEqualTo("snapshot-invalid");
    }

    @Property(tries = 500)
    void aTruncatedTokenIsRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int length) {
        String token = snapshots.seal(CART);

        assertThat(code(snapshots.open(token.substring(0, length % token.length()))))
                .isEqualTo("snapshot-invalid");
    }

    @Property(tries = 2000)
    void anyOtherTextIsRefused(@ForAll @StringLength(max = 300) String text) {
        assertThat(code(snapshots.open(text))).isEqualTo("snapshot-invalid");
    }

    @Test
    void anotherSpellingOfATokenIsRefused() {
        String token = snapshots.seal(CART);
        String padding = "=".repeat((4 - token.length() % 4) % 4);
        String other = padding.isEmpty() ? token + "%" : token + padding;

        assertThat(code(snapshots.open(other))).isEqualTo("snapshot-invalid");
    }

    @Test
    void aKeyWhoseTimeIsOverIsNotAcceptedEvenIfNobodyHasRemovedIt() {
        String token = snapshots.seal(CART);

        clock.move(SigningKeys.ROTATION.plus(LIFETIME).plusMinutes(1));

        assertThat(store.keys).hasSize(1);
        assertThat(code(snapshots.open(token))).isEqualTo("snapshot-invalid");
    }

    @Test
    void aTokenOfAnotherTenantIsRefused() {
        String foreign = new Snapshots(MemoryKeys.transactions(), new MemoryKeys(), clock, LIFETIME).seal(CART);
        snapshots.seal(CART);

        assertThat(code(snapshots.open(foreign))).isEqualTo("snapshot-invalid");
    }

    @Test
    void theKeyIsMadeAtTheFirstUseAndSharedByAllNodes() {
        Snapshots other = node();
        String token = snapshots.seal(CART);

        assertThat(code(other.open(token))).isEqualTo("done");
        assertThat(code(snapshots.open(other.seal(CART)))).isEqualTo("done");
        assertThat(store.keys).hasSize(1);
    }

    @Test
    void aNodeThatHasNotHeardOfANewKeyLooksForIt() {
        Snapshots other = node();
        other.seal(CART);
        clock.move(SigningKeys.ROTATION.minusSeconds(5));
        other.seal(CART);
        clock.move(Duration.ofSeconds(5));
        String token = snapshots.seal(CART);

        assertThat(store.keys).hasSize(2);
        // The other node read its keys five seconds ago, which is recent.
        assertThat(code(other.open(token))).isEqualTo("snapshot-expired");
    }

    @Test
    void keysRotateAndOldOnesAreAcceptedWhileASnapshotCanBeAlive() {
        snapshots.seal(CART);
        clock.move(SigningKeys.ROTATION.minusMinutes(1));
        PricedCart late = expiring(CART);
        String token = snapshots.seal(late);

        clock.move(Duration.ofMinutes(2));
        snapshots.seal(CART);
        assertThat(store.keys).hasSize(2);
        assertThat(code(snapshots.open(token))).isEqualTo("done");

        clock.move(SigningKeys.ROTATION);
        snapshots.seal(CART);
        assertThat(store.keys).as("the oldest one is gone").hasSize(2);
        assertThat(code(snapshots.open(token))).isEqualTo("snapshot-invalid");
    }

    private PricedCart expiring(PricedCart cart) {
        return new PricedCart(
                cart.vendor(),
                cart.account(),
                cart.generation(),
                cart.date(),
                cart.destination(),
                cart.currency(),
                cart.lines(),
                cart.charges(),
                cart.vat(),
                cart.net(),
                cart.vatTotal(),
                cart.gross(),
                cart.deliveryOption(),
                cart.trace(),
                cart.modules(),
                cart.inputHash(),
                clock.now(),
                clock.now().plus(LIFETIME));
    }

    @Test
    void keysAreNotReadForEverySnapshot() {
        String token = snapshots.seal(CART);
        snapshots.open(token);
        int before = store.reads;
        for (int i = 0; i < 100; i++) {
            snapshots.open(snapshots.seal(CART));
        }
        assertThat(store.reads).isEqualTo(before);
    }

    @Test
    void aCartOfAThousandLinesFits() {
        Carts cart = Carts.of(new LightingVendor("1.0.0"));
        for (int i = 0; i < 1000; i++) {
            cart.line(Integer.toString(i), 1 + i % 7, "12.3456");
        }
        PricedCart large = cart.priced();

        String token = snapshots.seal(large);

        assertThat(token.length()).isLessThan(200_000);
        assertThat(snapshots.open(token)).isEqualTo(Outcome.done(large));
    }
}
