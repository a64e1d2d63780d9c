package org.torg.connectors.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on a port of its own; refuses those whom the test names. */
final class Server implements AutoCloseable {

    /** What came: envelope and content. */
    record Received(String from, List<String> to, String content) {

        /** Unfolded. */
        Optional<String> header(String name) {
            String headers = content.substring(0, content.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
            return headers.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    final List<Received> received = new CopyOnWriteArrayList<>();
    volatile Optional<RejectException> refuseRecipient = Optional.empty();
    volatile Optional<RejectException> refuseSender = Optional.empty();
    volatile Optional<RejectException> refuseContent = Optional.empty();
    private final SMTPServer server;

    private Server(SMTPServer.Builder builder) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(this::handler)
                .build();
        server.start();
    }

    static Server plain(int port) {
        return new Server(SMTPServer.port(port));
    }

    static Server starttls(SSLContext context) {
        return new Server(SMTPServer.port(0).enableTLS().requireTLS().startTlsSocketFactory(context));
    }

    static Server tls(SSLContext context) {
        return new Server(SMTPServer.port(0).serverSocketFactory(context));
    }

    static Server withPassword(String user, String password) {
        return new Server(SMTPServer.port(0)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, given, context) -> {
                    if (!name.equals(user) || !given.equals(password)) {
                        throw new LoginFailedException();
                    }
                })));
    }

    int port() {
        return server.getPortAllocated();
    }

    Received only() {
        if (received.size() != 1) {
            throw new AssertionError("not one mail but " + received.size());
        }
        return received.get(0);
    }

    @Override
    public void close() {
        server.stop();
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            private final List<String> recipients = new ArrayList<>();
            private String sender = "";

            @Override
            public void from(String from) throws RejectException {
                if (refuseSender.isPresent()) {
                    throw refuseSender.get();
                }
                sender = from;
            }

            @Override
            public void recipient(String recipient) throws RejectException {
                if (refuseRecipient.isPresent()) {
                    throw refuseRecipient.get();
                }
                recipients.add(recipient);
            }

            @Override
            public String data(InputStream data) throws RejectException, IOException {
                String content = new String(data.readAllBytes(), StandardCharsets.UTF_8);
                if (refuseContent.isPresent()) {
                    throw refuseContent.get();
                }
                received.add(new Received(sender, List.copyOf(recipients), content));
                return "taken";
            }

            @Override
            public void done() {}
        };
    }

    /** A certificate of its own for {@code localhost}, made on the spot by the JDK's tool; written to {@code mail.pem}. */
    static SSLContext certificate(Path folder) {
        Path store = folder.resolve("mail.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "mail",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString(),
                "-file",
                folder.resolve("mail.pem").toString());
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, "changeit".toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
