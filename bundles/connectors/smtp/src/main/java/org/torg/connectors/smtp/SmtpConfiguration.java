package org.torg.connectors.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Torg SMTP")
@interface SmtpConfiguration {

    @AttributeDefinition(description = "The mail server")
    String host();

    @AttributeDefinition(description = "Its port: 587 for STARTTLS, 465 for TLS from the beginning")
    int port() default 587;

    @AttributeDefinition(
            description = "starttls, tls or none; auto: tls on port 465, none on this machine, else starttls")
    String security() default "auto";

    @AttributeDefinition(description = "A file in PEM with the certificates to trust instead of those that Java trusts")
    String certificates() default "";

    @AttributeDefinition(description = "Signs in with this name; empty: does not sign in")
    String user() default "";

    @AttributeDefinition(description = "The file that holds the password, and nothing else")
    String password_file() default "";

    @AttributeDefinition(description = "The environment variable that holds the password, where there is no file")
    String password_environment() default "";

    @AttributeDefinition(description = "The address from which mails come")
    String from();

    @AttributeDefinition(description = "The address to which mails come back that cannot be delivered; empty: from")
    String envelope_from() default "";

    @AttributeDefinition(description = "The address for answers; empty: from")
    String reply_to() default "";

    @AttributeDefinition(description = "Seconds until a connection must be there")
    int connect_timeout() default 15;

    @AttributeDefinition(description = "Seconds for which one answer of the server is awaited")
    int timeout() default 60;
}
