package org.torg.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * From where a request really comes. Anybody can write anything into a header: {@code X-Forwarded-For} counts only as far as
 * it was written by proxies that the operator has named.
 */
public final class ForwardedAddresses {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<Network> trusted;

    /** @param bits of the address that count */
    private record Network(InetAddress address, int bits) {

        private static Network of(String text) {
            String[] parts = text.split("/", 2);
            InetAddress address =
                    parse(parts[0]).orElseThrow(() -> new IllegalArgumentException(text + " is no address of a proxy"));
            int most = address.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException(text + " is no network of proxies");
            }
            return new Network(address, bits);
        }

        private boolean holds(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param trustedProxies addresses, and networks such as {@code 10.0.0.0/8}, separated by commas
     * @throws IllegalArgumentException for what is neither
     */
    public ForwardedAddresses(String trustedProxies) {
        trusted = Stream.of(trustedProxies.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** The nearest address that is none of a trusted proxy. */
    public String of(HttpServletRequest request) {
        String nearest = request.getRemoteAddr();
        if (!isTrusted(nearest)) {
            return nearest;
        }
        for (String hop : hops(request)) {
            if (parse(hop).isEmpty()) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    /** Each proxy adds at the end from whom it has the request. */
    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        Collections.list(request.getHeaders(HEADER))
                .forEach(line ->
                        Stream.of(line.split(",", -1)).map(String::strip).forEach(hops::add));
        Collections.reverse(hops);
        return hops;
    }

    private boolean isTrusted(String address) {
        return !trusted.isEmpty()
                && parse(address)
                        .filter(parsed -> trusted.stream().anyMatch(network -> network.holds(parsed)))
                        .isPresent();
    }

    /** A literal address; never a name, which would be looked up. */
    private static Optional<InetAddress> parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
