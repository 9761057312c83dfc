# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'doctor.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout)

class Ui_Doctor(object):
    def setupUi(self, Doctor):
        if not Doctor.objectName():
            Doctor.setObjectName(u"Doctor")
        Doctor.resize(760, 580)
        self.outer = QVBoxLayout(Doctor)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Doctor)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.page = QPlainTextEdit(Doctor)
        self.page.setObjectName(u"page")
        self.page.setReadOnly(True)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.outer.addWidget(self.page)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.outcome = QLabel(Doctor)
        self.outcome.setObjectName(u"outcome")

        self.button_row.addWidget(self.outcome)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.copy = QPushButton(Doctor)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.button_row.addWidget(self.copy)

        self.save = QPushButton(Doctor)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.button_row.addWidget(self.save)

        self.ok = QPushButton(Doctor)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Doctor)
        self.ok.clicked.connect(Doctor.accept)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Doctor)
    # setupUi

    def retranslateUi(self, Doctor):
        Doctor.setWindowTitle(QCoreApplication.translate("Doctor", u"\u672c\u673a\u4f53\u68c0", None))
#if QT_CONFIG(accessibility)
        self.page.setAccessibleName(QCoreApplication.translate("Doctor", u"\u4f53\u68c0\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        self.outcome.setText("")
        self.copy.setText(QCoreApplication.translate("Doctor", u"\u590d\u5236", None))
        self.save.setText(QCoreApplication.translate("Doctor", u"\u53e6\u5b58\u4e3a\u2026", None))
        self.ok.setText(QCoreApplication.translate("Doctor", u"\u5173\u95ed", None))
    # retranslateUi

