/** The customer's company: its details, address book, places, people and their rights, and what it has asked for. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.company;
