/** The back office: what the staff of the vendors and of the tenant see and do. */
package org.torg.portal.office;
