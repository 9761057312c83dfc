# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'outcome.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QListView, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_Outcome(object):
    def setupUi(self, Outcome):
        if not Outcome.objectName():
            Outcome.setObjectName(u"Outcome")
        Outcome.resize(620, 420)
        self.outer = QVBoxLayout(Outcome)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Outcome)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QListWidget(Outcome)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Outcome)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Outcome)
        self.ok.clicked.connect(Outcome.accept)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Outcome)
    # setupUi

    def retranslateUi(self, Outcome):
        self.ok.setText(QCoreApplication.translate("Outcome", u"\u77e5\u9053\u4e86", None))
        pass
    # retranslateUi

