package org.torg.connectors.clamav;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Torg ClamAV")
@interface ClamavConfiguration {

    @AttributeDefinition(description = "The machine on which clamd listens (TCPSocket)")
    String host();

    @AttributeDefinition(description = "Its port")
    int port() default 3310;

    @AttributeDefinition(
            description =
                    "Megabytes (1,000,000 bytes) that clamd takes and looks through, the least of its StreamMaxLength,"
                            + " MaxScanSize and MaxFileSize; larger files are refused without being sent. 0: what clamd says")
    int max_megabytes() default 0;

    @AttributeDefinition(description = "Seconds until a connection must be there")
    int connect_timeout() default 10;

    @AttributeDefinition(
            description = "Seconds without any progress after which a scan is given up, and tried again later")
    int timeout() default 120;
}
