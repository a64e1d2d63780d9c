/** Mails that wait or could not be sent. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.mail;
