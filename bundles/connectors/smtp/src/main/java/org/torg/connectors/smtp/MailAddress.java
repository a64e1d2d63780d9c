package org.torg.connectors.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/**
 * An address as somebody wrote it. What stands before the {@code @} is never changed (D08, D09), and neither is a domain of
 * ASCII; another becomes what the domain name system knows it by.
 */
record MailAddress(String local, String domain) {

    /** Neither space nor control nor what has a meaning in the syntax of headers and of SMTP. */
    private static final Pattern LOCAL = Pattern.compile("[^\\p{Cntrl}\\p{Z}\\p{Cf}\"(),:;<>@\\[\\\\\\]]{1,64}");

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    /** @throws AddressException without the address, when it is none */
    static MailAddress of(String written) throws AddressException {
        int at = written.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("an address without @");
        }
        String local = written.substring(0, at);
        String domain = domain(written.substring(at + 1));
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
            throw new AddressException("an address with characters that none has");
        }
        return new MailAddress(local, domain);
    }

    private static String domain(String written) throws AddressException {
        if (isAscii(written)) {
            return written;
        }
        try {
            return IDN.toASCII(written);
        } catch (IllegalArgumentException e) {
            throw new AddressException("a domain that cannot be written in ASCII");
        }
    }

    /** Whether the server must know SMTPUTF8. */
    boolean needsUtf8() {
        return !isAscii(local);
    }

    InternetAddress toInternetAddress() {
        InternetAddress address = new InternetAddress();
        address.setAddress(local + "@" + domain);
        return address;
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    @Override
    public String toString() {
        return "MailAddress";
    }
}
