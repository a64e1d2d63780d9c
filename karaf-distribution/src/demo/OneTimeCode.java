import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Prints the code with which one of the demo's people can sign in now, as the app on their phone would (RFC 6238). A code works
 * once: each call prints another one, that of the next period too, and waits when both are used. Run from its source.
 *
 * <p>Arguments: the file demo-logins.txt and an e-mail address of it.
 */
class OneTimeCode {
    private static final long PERIOD_MILLIS = 30_000;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static void main(String[] arguments) throws Exception {
        Path logins = Path.of(arguments[0]);
        String secret = Files.readAllLines(logins, StandardCharsets.UTF_8).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > 5 && cells[1].equals(arguments[1]))
                .map(cells -> cells[5].replace("?", ""))
                .findFirst()
                .orElse("");
        if (!secret.isEmpty()) {
            long step = next(logins.resolveSibling("demo-codes.txt"), arguments[1]);
            // The server takes the code of the period to come, too.
            long wait = (step - 1) * PERIOD_MILLIS - System.currentTimeMillis();
            if (wait > 0) {
                TimeUnit.MILLISECONDS.sleep(wait);
            }
            System.out.println(code(secret, step));
        }
    }

    /** The first period whose code was not printed yet; it is noted, and two calls at once get two. */
    private static long next(Path file, String email) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock();
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until all of it is read.
            }
            Map<String, Long> printed = new TreeMap<>();
            new String(bytes.array(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells.length == 2)
                    .forEach(cells -> printed.put(cells[0], Long.valueOf(cells[1])));
            long step = Math.max(System.currentTimeMillis() / PERIOD_MILLIS, printed.getOrDefault(email, 0L) + 1);
            printed.put(email, step);
            StringBuilder text = new StringBuilder();
            printed.forEach((who, last) -> text.append(who).append('\t').append(last).append('\n'));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
            return step;
        }
    }

    private static String code(String secret, long step) throws Exception {
        ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : secret.toCharArray()) {
            bits = bits << 5 | LETTERS.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                key.put((byte) (bits >> held));
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }
}
