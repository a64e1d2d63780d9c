/** Mails leave by SMTP. */
@NullMarked
package org.torg.connectors.smtp;

import org.jspecify.annotations.NullMarked;
