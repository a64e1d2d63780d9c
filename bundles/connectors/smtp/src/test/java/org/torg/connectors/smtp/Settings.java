package org.torg.connectors.smtp;

import java.lang.annotation.Annotation;

/** A configuration as an operator writes it. */
record Settings(
        String host,
        int port,
        String security,
        String certificates,
        String user,
        String password_file,
        String password_environment,
        String from,
        String envelope_from,
        String reply_to,
        int connect_timeout,
        int timeout)
        implements SmtpConfiguration {

    static Settings plain(int port) {
        return new Settings("127.0.0.1", port, "auto", "", "", "", "", "post@Lysverk.example", "", "", 5, 5);
    }

    Settings secured(String how, String pem) {
        return new Settings(
                "localhost",
                port,
                how,
                pem,
                user,
                password_file,
                password_environment,
                from,
                envelope_from,
                reply_to,
                5,
                5);
    }

    Settings signedIn(String name, String file, String variable) {
        return new Settings(
                host, port, security, certificates, name, file, variable, from, envelope_from, reply_to, 5, 5);
    }

    Settings on(String otherHost) {
        return new Settings(
                otherHost,
                port,
                security,
                certificates,
                user,
                password_file,
                password_environment,
                from,
                envelope_from,
                reply_to,
                5,
                5);
    }

    Settings addresses(String sender, String envelope, String answers) {
        return new Settings(
                host,
                port,
                security,
                certificates,
                user,
                password_file,
                password_environment,
                sender,
                envelope,
                answers,
                5,
                5);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return SmtpConfiguration.class;
    }
}
